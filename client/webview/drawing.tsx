/** Entry of the module with which the command line draws: see `TimelineDrawing`. */
import type { TimelineDrawing, TimelinePageInput } from '../../server/src/exchange/timelineDrawing.types';
import chinese from '../l10n/bundle.l10n.zh-cn.json';
import { pictureSize, timelineSvg } from './export/exportPicture';
import { noFilter } from './plan/filter';
import { timelinePage } from './export/page';
import { indexPlan } from './plan/plan';
import { pngScale } from './export/png';
import { pagePaintingPng } from './export/pngPage';
import { listRows, type RowList } from './plan/rows';
import { createTexts, type Texts } from './texts';

const stringsOf = (locale: string): Readonly<Record<string, string>> => (/^zh/i.test(locale) ? chinese : {});

export const page: TimelineDrawing['page'] = (input, script, style) =>
  timelinePage({ ...input, strings: stringsOf(input.locale) }, script, style);

export function svg(input: TimelinePageInput): string {
  const texts = textsOf(input);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${timelineSvg(rowsOf(input, texts), texts)}\n`;
}

export function pngPage(input: TimelinePageInput): string | undefined {
  const texts = textsOf(input);
  const rows = rowsOf(input, texts);
  const size = pictureSize(rows);
  const scale = pngScale(size);
  return scale === undefined ? undefined : pagePaintingPng(timelineSvg(rows, texts), size, scale);
}

const textsOf = ({ locale }: TimelinePageInput): Texts => createTexts(locale, stringsOf(locale));

const rowsOf = ({ timeline }: TimelinePageInput, texts: Texts): RowList =>
  listRows({ plan: indexPlan(timeline), grouping: 'text', filter: noFilter, collapsed: new Set(), texts });
