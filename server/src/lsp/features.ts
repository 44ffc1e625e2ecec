/** The features whose handlers stand in files of their own, by name; a new one is a line here. */
import { fileRename } from './fileRename';
import { folding } from './folding';
import { formatting } from './formatting';
import type { Feature } from './host';
import { links } from './links';
import { refresh } from './refresh';
import { rename } from './rename';
import { semanticTokens } from './semanticTokens';
import { timeline } from './timeline';

export const features: readonly Feature[] = [
  fileRename,
  folding,
  formatting,
  links,
  refresh,
  rename,
  semanticTokens,
  timeline,
];
