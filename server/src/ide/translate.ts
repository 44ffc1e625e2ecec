import type { Tongue } from '../kinds/tongue';
import { translate } from '../kinds/translate';
import type { Edit } from '../language/format/edits';
import type { Model } from '../model/model';

/** The edits that bring the keywords of a file, given by its number, into a tongue. Ids, titles, texts and comments stay. */
export const translateFile = ({ files, table }: Model, file: number, tongue: Tongue): readonly Edit[] =>
  translate(files[file]!.document, table, tongue);
