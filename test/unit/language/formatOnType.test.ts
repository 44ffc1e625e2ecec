import assert from 'node:assert/strict';
import { SourceDocument } from '../../../server/src/language/document';
import { applyEdits } from '../../../server/src/language/format/edits';
import { formatOnType } from '../../../server/src/language/format/onType';

/** `$0` is the cursor, behind the sign that was just typed; `blank` behind it are those that the editor put there. */
function typed(before: string, sign: string, after: string): void {
  const offset = before.indexOf('$0');
  const text = before.replace('$0', '');
  assert.equal(applyEdits(text, formatOnType(new SourceDocument(text), offset, sign)), after);
}

describe('formatting while typing', () => {
  it('indents a new line by the blocks that are open', () => {
    typed('a b {\n$0', '\n', 'a b {\n  ');
    typed('a b {\n  c d {\n$0\n  }\n}\n', '\n', 'a b {\n  c d {\n    \n  }\n}\n');
    typed('a b {\n      $0f: 1\n}\n', '\n', 'a b {\n  f: 1\n}\n');
    typed('a b {\n    $0}\n', '\n', 'a b {\n}\n');
  });

  it('goes by the line on which the block opens, not by the depth', () =>
    typed('    a b {\n$0', '\n', '    a b {\n      '));

  it('indents a value that goes on behind a comma', () =>
    typed('a b {\n  f: 1,\n$0\n}', '\n', 'a b {\n  f: 1,\n    \n}'));

  it('leaves lines of text blocks, comments and the top level alone', () => {
    typed('a b {\n  """\n      x\n      $0\n  """\n}', '\n', 'a b {\n  """\n      x\n      \n  """\n}');
    typed('a b {\n  /* x\n     $0 */\n}', '\n', 'a b {\n  /* x\n      */\n}');
    typed('a b {}\n   $0', '\n', 'a b {}\n   ');
  });

  it('moves a closing brace below the head of its block', () => {
    typed('a b {\n  c d {\n    f: 1\n      }$0\n}', '}', 'a b {\n  c d {\n    f: 1\n  }\n}');
    typed('a b {\n  f: 1\n  }$0', '}', 'a b {\n  f: 1\n}');
    typed('a b { f: 1 }$0', '}', 'a b { f: 1 }');
    typed('  }$0', '}', '  }');
  });

  it('writes the ASCII twin of a sign outside of quotes and comments', () => {
    typed('a b { f：$0', '：', 'a b { f:');
    typed('a b { f: 1，$0 }', '，', 'a b { f: 1, }');
    typed('a b ｛$0', '｛', 'a b {');
    typed('a b {\n  f: 1\n  ｝$0', '｝', 'a b {\n  f: 1\n}');
    typed('a b "单点，$0', '，', 'a b "单点，');
    typed('a b "单点，$0" {}', '，', 'a b "单点，" {}');
    typed('a b { f: "x"，$0 g: "y" }', '，', 'a b { f: "x", g: "y" }');
    typed('a b {\n"""\nx，$0\n"""\n}', '，', 'a b {\n"""\nx，\n"""\n}');
    typed('// x：$0', '：', '// x：');
    typed('a b { f: “x，$0” }', '，', 'a b { f: “x，” }');
  });
});
