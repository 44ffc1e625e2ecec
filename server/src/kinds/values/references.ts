/** Reads and writes references: `REQ-1`, `REQ-1 rev 2`. */
import type { Atom } from '../../language/ast';
import type { Tongue } from '../tongue';
import type { Reference } from '../value';
import { isName } from './name';
import type { PhraseReader } from './reader';
import { cited, quoted } from './source';
import { CONNECTIVES, nameIn } from './words';

/** Reads a reference; undefined when there is none. The span of the reference is that of its id alone. */
export function readReference(reader: PhraseReader): Reference | undefined {
  const atom = reader.take('name');
  if (!atom) return withQuotes(reader);
  const reference: Reference = { type: 'ref', id: atom.text, start: atom.start, end: atom.end };
  if (reader.word(CONNECTIVES.rev) === undefined) return reference;
  const revision = reader.take('name', 'string', 'number', 'quantity', 'date');
  if (!revision) return reader.missing({ en: 'a revision', zh: '版本' }, `${atom.text} rev 2`);
  return { ...reference, revision: revision.text };
}

/** `REQ-1`, `REQ-1 rev 2`. */
export const formatReference = ({ id, revision }: Reference, tongue: Tongue): string =>
  revision === undefined ? id : `${id} ${nameIn(CONNECTIVES.rev, 'rev', tongue)} ${revisionSource(revision)}`;

/** A revision needs quotes unless it is one name, number, quantity or date. */
export const revisionSource = (revision: string): string =>
  isName(revision) || /^(?:\d+(?:\.\d+)?[A-Za-z\u3400-\u9FFF]*|\d{4}-\d{2}-\d{2})$/.test(revision)
    ? revision
    : quoted(revision);

function withQuotes(reader: PhraseReader): undefined {
  const string: Atom | undefined = reader.at('string');
  if (!string || !isName(string.text) || reader.field.types.includes('string')) return;
  reader.fail(
    string,
    { en: `An id stands without quotes: ${cited(string.text)}.`, zh: `标识符不加引号：${cited(string.text)}。` },
    string.text,
  );
}
