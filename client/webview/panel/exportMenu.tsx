import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ExportFormat } from '../messages';
import { pictureSize } from '../export/exportPicture';
import { pngScale } from '../export/png';
import type { RowList } from '../plan/rows';
import type { Message } from '../texts';
import { useTexts } from '../textsContext';

export interface ExportMenuProps {
  readonly rows: RowList;
  readonly formats: readonly ExportFormat[];
  readonly choose: (format: ExportFormat) => void;
  readonly close: () => void;
}

const names: Readonly<Record<ExportFormat, Message>> = {
  svg: 'Picture (SVG)',
  png: 'Picture (PNG)',
  html: 'Page to explore (HTML)',
  print: 'Sheets to print, or PDF',
};

/** What the whole plan can be saved as. Arrow keys walk through the menu, Escape and leaving it close it. */
export function ExportMenu({ rows, formats, choose, close }: ExportMenuProps): JSX.Element {
  const { t } = useTexts();
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => menu.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    const items = [...menu.current!.querySelectorAll<HTMLElement>('[role="menuitem"]')];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 && event.key !== 'Escape') return;
    event.preventDefault();
    if (step === 0) close();
    else items[(at + step + items.length) % items.length]?.focus();
  };
  const onFocusOut = (event: FocusEvent): void => {
    if (!menu.current?.contains(event.relatedTarget as Node | null)) close();
  };
  return (
    <div
      class="menu"
      role="menu"
      aria-label={t('Save the whole plan as')}
      ref={menu}
      onKeyDown={onKeyDown}
      onFocusOut={onFocusOut}
    >
      {formats.map((format) => {
        const isTooLarge = format === 'png' && pngScale(pictureSize(rows)) === undefined;
        return (
          <button
            key={format}
            class="menu-item"
            type="button"
            role="menuitem"
            tabIndex={-1}
            aria-disabled={isTooLarge}
            onClick={() => {
              if (isTooLarge) return;
              close();
              choose(format);
            }}
          >
            {isTooLarge ? t('The plan is too large for a PNG that can be read') : t(names[format])}
          </button>
        );
      })}
    </div>
  );
}
