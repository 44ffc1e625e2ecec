import type { ComponentType, FunctionComponent, JSX } from 'preact';

interface Instance<P> {
  readonly props: P;
  shouldComponentUpdate?: (next: P) => boolean;
}

/** A component that is drawn again only when one of its properties is another. It may hold no state of its own. */
export function memo<P extends object>(draw: (props: P) => JSX.Element | null): FunctionComponent<P> {
  function Memo(this: Instance<P>, props: P): JSX.Element | null {
    this.shouldComponentUpdate ??= function (this: Instance<P>, next) {
      return !isSame(this.props, next);
    };
    return draw(props);
  }
  return Memo as ComponentType<P> as FunctionComponent<P>;
}

/** A component is always given the same properties, some of them perhaps undefined. */
function isSame<P extends object>(before: P, next: P): boolean {
  for (const name in next) if (next[name] !== before[name]) return false;
  return true;
}
