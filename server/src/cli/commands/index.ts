import type { Command } from 'commander';
import { check } from './check';
import { coverage } from './coverage';
import { explain } from './explain';
import { exporting } from './export';
import { format } from './format';
import { init } from './init';
import { lsp } from './lsp';
import { schedule } from './schedule';
import { timeline } from './timeline';
import { trace } from './trace';
import { translate } from './translate';

/** The commands, in the order of the help: what one begins with, what one asks, what writes files, what others read. */
export const COMMANDS: readonly (() => Command)[] = [
  init,
  check,
  explain,
  trace,
  coverage,
  schedule,
  timeline,
  format,
  translate,
  exporting,
  lsp,
];
