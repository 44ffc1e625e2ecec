import { check as checkAll } from '../../support/findings';

/** The specs are no whole projects; what they lack in traceability and wording is not looked at. */
const check: typeof checkAll = (source, options) =>
  checkAll(source, { only: ['syntax', 'kind', 'name', 'config'], ...options });

describe('checks: syntax', () => {
  it('say what is expected, in English', () =>
    check(`
      need N-1 "x" {
        value:
      //^^^^^^ syntax/unexpected Expected a value after \`value:\`.
        voice
      //^^^^^ syntax/unexpected Expected a colon after \`voice\`: write \`voice: value\`.
        ???
      //^^^ syntax/unexpected Expected a field such as
      }
      need N-2 "y
      //       ^^ syntax/unclosed-text This string is never closed
      need N-3
      //<^^^^^^^^ syntax/unexpected Expected a title in quotes or \`{\` after \`need\`.
    `));

  it('say what is expected, in Chinese', () =>
    check(
      `
      诉求 N-1 "x" {
        价值:
      //^^^ syntax/unexpected \`价值:\` 后面缺少值。
        原话
      //^^ syntax/unexpected \`原话\` 后面缺少冒号：请写成 \`原话: 值\`。
        ???
      //^^^ syntax/unexpected 此处应为字段
      }
      }
      //<^ syntax/stray-brace 没有对应的
      诉求 N-2 “y” { }
      //     ^ syntax/full-width 全角的 \`“\` 按 \`"\` 读取
      诉求 N-3 "z" {
      //<^^^^^^^^^^^^ syntax/unclosed-block 这个块没有结束
      诉求 N-4 "z" {
        """
      //^^^ syntax/unclosed-text 这个文本块没有结束
    `,
      { tongue: 'zh' },
    ));

  it('give one finding for one defect: a broken field is not missing as well', () =>
    check(`
      source INT-1 "Kick-off" { method: }
      //                        ^^^^^^^ syntax/unexpected
      source INT-2 "Survey" { method survey }
      //                      ^^^^^^ syntax/unexpected
      source INT-3 "Visit" { method: ??? }
      //                             ^^^ syntax/unexpected
      source INT-4 "Visit" { method: "interview }
      //                             ^^^^^^^^^^ syntax/unclosed-text
    `));

  it('leave to the value what it was meant to be', () =>
    check(
      `
      task T-1 "x" { start: 2026.3.2, progress: ４０%, duration: ３d, after: [T-2, T-3] }
      //                    ^^^^^^^^ kind/invalid-value A date is written as \`2026-03-02\`.
      //                                        ^^^ kind/invalid-value This is written as \`40%\`.
      //                                                       ^^ kind/invalid-value This is written as \`3d\`.
      //                                                                  ^^^^ kind/invalid-value This is written as \`T-2\`.
      //                                                                        ^^^^ kind/invalid-value This is written as \`T-3\`.
      task T-2 "x" { duration: 3d § 4 }
      //                          ^ syntax/unexpected Unexpected
      task T-3 "x" { duration: 3d; }
      //                         ^ syntax/unexpected a comma or a new line separates fields
    `,
    ));

  it('are gone when mended', () =>
    check(`
      need N-1 "x" {
        value: 3
        voice: "y"
      }
      need N-2 "y" { }
    `));
});
