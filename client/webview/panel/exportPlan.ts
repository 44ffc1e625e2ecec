import { pictureSize, printPage, timelineSvg } from '../export/exportPicture';
import type { Host } from './host';
import type { ExportFormat } from '../messages';
import { pngScale, toPng } from '../export/png';
import type { RowList } from '../plan/rows';
import type { Texts } from '../texts';

/** Makes what the host cannot make by itself, and hands it over to be saved. */
export async function exportPlan(host: Host, format: ExportFormat, rows: RowList, texts: Texts): Promise<void> {
  if (format === 'html') host.save(format, undefined);
  else if (format === 'svg') host.save(format, timelineSvg(rows, texts));
  else if (format === 'png') {
    const size = pictureSize(rows);
    host.save(format, await toPng(timelineSvg(rows, texts), size, pngScale(size) ?? 1));
  } else host.save(format, printPage(rows, texts));
}
