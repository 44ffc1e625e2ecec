/**
 * How the command line draws a timeline. The drawing is that of the panel, so it is made of the panel's components: they are
 * built into a module of their own (`dist/cli/drawing.js`) that fulfils this interface. Types only.
 */
import type { Timeline } from '../ide/timeline/types';

export interface TimelinePageInput {
  readonly timeline: Timeline;
  /** BCP 47 tag, of dates and words. */
  readonly locale: string;
}

export interface TimelineDrawing {
  /** One self-contained HTML page that can be explored as the panel; `script` and `style` are the panel's. */
  readonly page: (input: TimelinePageInput, script: string, style: string) => Promise<string>;
  /** The whole plan as one SVG document. */
  readonly svg: (input: TimelinePageInput) => string;
  /** A page that becomes that picture as PNG, in a data address, once a browser has loaded it; undefined where it would be too large. */
  readonly pngPage: (input: TimelinePageInput) => string | undefined;
}
