import { render, type JSX } from 'preact';
import { printSheets } from './exportPicture';
import type { RowList } from '../plan/rows';
import type { Texts } from '../texts';
import { TextsContext } from '../textsContext';

/** Puts sheets in place of the panel while a stand-alone page is printed, by a button or by the browser's own command. */
export function listenForPrinting(rowsNow: () => RowList | undefined, texts: Texts): () => void {
  const place = document.createElement('div');
  place.className = 'print';
  const before = (): void => {
    const rows = rowsNow();
    if (!rows) return;
    document.body.append(place);
    render(<Sheets rows={rows} texts={texts} />, place);
  };
  const after = (): void => {
    render(null, place);
    place.remove();
  };
  window.addEventListener('beforeprint', before);
  window.addEventListener('afterprint', after);
  return () => {
    window.removeEventListener('beforeprint', before);
    window.removeEventListener('afterprint', after);
  };
}

/** The page's own style sheet colours them: its policy admits no other. */
const Sheets = ({ rows, texts }: { rows: RowList; texts: Texts }): JSX.Element => (
  <TextsContext.Provider value={texts}>{printSheets(rows, texts, '')}</TextsContext.Provider>
);
