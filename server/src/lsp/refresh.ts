/** Asks the client to ask again: what is shown in one file may follow from what was typed in another. */
import type { Feature, Host } from './host';
import { CodeLensRefreshRequest } from './protocol';

export const refresh: Feature = { capabilities: {}, register };

/** How long nothing must have changed, in milliseconds: the file that somebody types in is asked about anyway. */
const REST = 300;

function register(host: Host): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  host.onChanged(() => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // A client that is going away need not answer; one that has gone makes asking itself fail.
      for (const ask of wanted(host))
        void Promise.resolve()
          .then(ask)
          .catch(() => undefined);
    }, REST);
  });
}

function wanted({ client, connection }: Host): readonly (() => Promise<unknown>)[] {
  const { semanticTokens, codeLens, inlayHint } = client().workspace ?? {};
  const { languages } = connection;
  return [
    ...(semanticTokens?.refreshSupport ? [() => languages.semanticTokens.refresh()] : []),
    ...(codeLens?.refreshSupport ? [() => connection.sendRequest(CodeLensRefreshRequest.type)] : []),
    ...(inlayHint?.refreshSupport ? [() => languages.inlayHint.refresh()] : []),
  ];
}
