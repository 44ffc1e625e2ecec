/** Pictures of the whole plan, as it is grouped, filtered and collapsed, not only of what is in view. */
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import drawing from '../drawing.css' with { type: 'text' };
import { paper, plainStyle } from './exportStyle';
import { escapeHtml } from './page';
import { isDated } from '../plan/plan';
import type { PictureSize } from './png';
import { rowAt, rowHeight, type RowList } from '../plan/rows';
import { Sheet, sheetHeight } from './sheet';
import type { Texts } from '../texts';
import { TextsContext } from '../textsContext';
import { textWidth } from '../chart/textWidth';

/** One SVG document. */
export function timelineSvg(rows: RowList, texts: Texts): string {
  const window = { first: 0, last: rows.count };
  const place = { labels: labelsOf(rows), width: chartWidthOf(rows), note: spanText(rows, texts) };
  const svg = renderToString(
    <TextsContext.Provider value={texts}>
      <Sheet {...{ rows, window, ...place }} style={plainStyle(drawing, paper)} />
    </TextsContext.Provider>,
  );
  return svg.replace(notXml, '');
}

/** Pixels of a sheet of A4 on its side, less its margins, at a size at which text is 9 points high. */
const page = { width: 1420, height: 975 };

/** Pixels of the SVG document. */
export const pictureSize = (rows: RowList): PictureSize => ({
  width: labelsOf(rows) + chartWidthOf(rows),
  height: sheetHeight(rows.count),
});

/** A page to print: the plan cut into sheets, each with the axis. It holds no script. */
export function printPage(rows: RowList, texts: Texts): string {
  const style = plainStyle(drawing, paper);
  const sheets = renderToString(
    <TextsContext.Provider value={texts}>{printSheets(rows, texts, style)}</TextsContext.Provider>,
  );
  return `<!DOCTYPE html>
<html lang="${escapeHtml(texts.locale)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(rows.plan.timeline.title)}</title>
<style>
@page { size: A4 landscape; margin: 10mm; }
body { margin: 0; background: #fff; }
svg { display: block; width: 100%; height: auto; break-after: page; }
svg:last-child { break-after: auto; }
</style>
</head>
<body>
${sheets}
</body>
</html>
`;
}

/** Sheets of A4 on its side. */
export function printSheets(rows: RowList, texts: Texts, style: string): readonly JSX.Element[] {
  const perSheet = Math.floor((page.height - sheetHeight(0)) / rowHeight);
  const count = Math.max(1, Math.ceil(rows.count / perSheet));
  const labels = Math.round(Math.min(labelsOf(rows), page.width * 0.4));
  return Array.from({ length: count }, (_, index) => {
    const window = { first: index * perSheet, last: Math.min(rows.count, (index + 1) * perSheet) };
    const note = [spanText(rows, texts), `${index + 1} / ${count}`].filter(Boolean).join('  ·  ');
    return <Sheet key={index} {...{ rows, window, labels, note, style }} width={page.width - labels} />;
  });
}

/** What XML 1.0 admits in no form at all, though a title may hold it. */
const notXml =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** As wide as the titles need, within reason. */
function labelsOf(rows: RowList): number {
  let widest = 160;
  for (let index = 0; index < Math.min(rows.count, 2000); index++) {
    const { bar, group, level } = rowAt(rows, index);
    const text = `${group?.title ?? bar!.title} ${bar?.id ?? group?.id ?? ''}`;
    widest = Math.max(widest, textWidth(text, 13.5) + level * 14 + 50);
  }
  return Math.round(Math.min(460, widest));
}

/** Six pixels a day show single days; longer plans are drawn smaller, so that the picture stays one that can be looked at. */
function chartWidthOf({ plan }: RowList): number {
  const days = plan.span ? (plan.span.to - plan.span.from) / 1440 : 0;
  return Math.round(Math.max(800, Math.min(4000, days * 6)));
}

function spanText({ plan: { timeline } }: RowList, { date, endDate }: Texts): string {
  return timeline.bars.some(isDated) ? `${date(timeline.start)} – ${endDate(timeline.finish)}` : '';
}
