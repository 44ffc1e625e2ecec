import type { ExportFormat, FromWebview, PanelState, SavedView } from '../messages';
import { readViews, withView } from './savedView';

interface VsCodeApi {
  readonly postMessage: (message: FromWebview) => void;
  readonly getState: () => unknown;
  readonly setState: (state: PanelState) => void;
}

declare const acquireVsCodeApi: (() => VsCodeApi) | undefined;

/** VS Code, or nobody: a stand-alone page draws the same picture, without a text to go to. */
export interface Host {
  readonly post: (message: FromWebview) => void;
  /** Whether there is a text to edit. */
  readonly canEdit: boolean;
  /** Keeps how the picture of a project is looked at, and whether the panel is locked. */
  readonly keep: (root: string, locked: boolean, view: SavedView) => void;
  /** How a project was looked at. */
  readonly savedView: (root: string) => SavedView;
  /** What the plan can be saved as. */
  readonly formats: readonly ExportFormat[];
  /** Lets the user save what was made, or print it. */
  readonly save: (format: ExportFormat, content: string | Uint8Array<ArrayBuffer> | undefined) => void;
}

export function connectHost(): Host {
  const api = typeof acquireVsCodeApi === 'function' ? acquireVsCodeApi() : undefined;
  const views = (): PanelState['views'] => readViews(api?.getState());
  return {
    post: (message) => api?.postMessage(message),
    canEdit: api !== undefined,
    keep: (root, locked, view) => api?.setState({ root, locked, views: withView(views(), root, view) }),
    savedView: (root) => views()[root] ?? {},
    formats: api ? ['svg', 'png', 'html', 'print'] : ['svg', 'png', 'print'],
    save: (format, content) => {
      if (api) api.postMessage({ type: 'export', format, ...(content === undefined ? {} : { content }) });
      else if (format === 'print') window.print();
      else if (content !== undefined) download(`${document.title || 'timeline'}.${format}`, content);
    },
  };
}

function download(name: string, content: string | Uint8Array<ArrayBuffer>): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content]));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
