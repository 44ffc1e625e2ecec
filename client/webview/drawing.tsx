/** Entry of the module with which the command line draws: see `TimelineDrawing`. */
import type { TimelineDrawing, TimelinePageInput } from '../../server/src/exchange/timelineDrawing.types';
import chinese from '../l10n/bundle.l10n.zh-cn.json';
import { timelineSvg } from './exportPicture';
import { noFilter } from './filter';
import { timelinePage } from './page';
import { indexPlan } from './plan';
import { listRows } from './rows';
import { createTexts } from './texts';

const stringsOf = (locale: string): Readonly<Record<string, string>> => (/^zh/i.test(locale) ? chinese : {});

export const page: TimelineDrawing['page'] = (input, script, style) =>
  timelinePage({ ...input, strings: stringsOf(input.locale) }, script, style);

export function svg({ timeline, locale }: TimelinePageInput): string {
  const texts = createTexts(locale, stringsOf(locale));
  const plan = indexPlan(timeline);
  const rows = listRows({ plan, grouping: 'text', filter: noFilter, collapsed: new Set(), texts });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${timelineSvg(rows, texts)}\n`;
}
