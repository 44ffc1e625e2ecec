import { Disposable } from 'vscode';

/** Asks for work that is done once, when nobody has asked for a while; disposing of it forgets what was asked. */
export interface Rest extends Disposable {
  readonly ask: () => void;
}

export function whenResting(work: () => void, milliseconds: number): Rest {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const forget = (): void => clearTimeout(timer);
  const ask = (): void => {
    forget();
    timer = setTimeout(work, milliseconds);
  };
  return Object.assign(new Disposable(forget), { ask });
}
