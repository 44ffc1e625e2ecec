/** All features by name; a new one is a line here. */
import { codeActions } from './codeActions';
import { codeLens } from './codeLens';
import { completion } from './completion';
import { fileRename } from './fileRename';
import { folding } from './folding';
import { formatting } from './formatting';
import type { Feature } from './host';
import { hover } from './hover';
import { hierarchies } from './hierarchies';
import { inlayHints } from './inlayHints';
import { linkedEditing } from './linkedEditing';
import { links } from './links';
import { navigation } from './navigation';
import { paste } from './paste';
import { refresh } from './refresh';
import { rename } from './rename';
import { semanticTokens } from './semanticTokens';
import { symbols } from './symbols';
import { timeline } from './timeline';
import { typeDefinition } from './typeDefinition';
import { views } from './views';

export const features: readonly Feature[] = [
  codeActions,
  codeLens,
  completion,
  fileRename,
  folding,
  formatting,
  hover,
  hierarchies,
  inlayHints,
  linkedEditing,
  links,
  navigation,
  paste,
  refresh,
  rename,
  semanticTokens,
  symbols,
  timeline,
  typeDefinition,
  views,
];
