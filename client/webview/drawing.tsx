/** Entry of the module with which the command line draws: see `TimelineDrawing`. */
import type { TimelineDrawing } from '../../server/src/exchange/timelineDrawing.types';
import chinese from '../l10n/bundle.l10n.zh-cn.json';
import { timelinePage } from './page';

const stringsOf = (locale: string): Readonly<Record<string, string>> => (/^zh/i.test(locale) ? chinese : {});

export const page: TimelineDrawing['page'] = (input, script, style) =>
  timelinePage({ ...input, strings: stringsOf(input.locale) }, script, style);
