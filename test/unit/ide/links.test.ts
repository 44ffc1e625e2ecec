import assert from 'node:assert/strict';
import { linksIn } from '../../../server/src/ide/links';
import { fixture, ROOT } from '../../support/world';

/** "1:12 https://… → address", by file. */
function links(source: string, file = 0): readonly string[] {
  const plan = fixture(source);
  return linksIn(plan.world, file).map((link) => {
    const target = link.type === 'url' ? link.url : link.uris.map((uri) => uri.replace(`${ROOT}/`, '')).join(' | ');
    return `${plan.describe(link.place).replace(/^\S+?:/, '')} → ${target}`;
  });
}

describe('document links', () => {
  it('lead to web addresses, wherever they stand', () =>
    assert.deepEqual(
      links(`
        // see https://a.example/x.
        need N-1 "at http://b.example/登录?q=1#z, please" {
          link: https://c.example/a(b), HTTPS://d.example
          """
          (https://e.example/wiki/A_(b)) **https://f.example/**，https://g.example/路径。
          """
        }
      `),
      [
        '1:8 https://a.example/x → https://a.example/x',
        '2:14 http://b.example/登录?q=1#z → http://b.example/登录?q=1#z',
        '3:9 https://c.example/a(b) → https://c.example/a(b)',
        '3:33 HTTPS://d.example → HTTPS://d.example',
        '5:4 https://e.example/wiki/A_(b) → https://e.example/wiki/A_(b)',
        '5:36 https://f.example/ → https://f.example/',
        '5:57 https://g.example/路径 → https://g.example/路径',
      ],
    ));

  it('lead to no scripts, commands or files of this machine', () =>
    assert.deepEqual(links('// javascript:x command:y://z file:///etc/passwd vscode://x xhttps://y\n'), []));

  it('lead from paths to files beside the spec, or at the root', () =>
    assert.deepEqual(
      links(`
        //- plan/a.delivery
        交付物 D-1 "手册" { 文件："docs/手册 1.pdf" }
        criterion AC-1 "x" { evidence: "../log.txt", AC-2 }
      `),
      [
        '1:20 docs/手册 1.pdf → plan/docs/%E6%89%8B%E5%86%8C%201.pdf | docs/%E6%89%8B%E5%86%8C%201.pdf',
        '2:33 ../log.txt → log.txt',
      ],
    ));

  describe('to trackers', () => {
    const config =
      '//- delivery.config.json\n{ "trackers": { "CRM-#": "https://t.example/CRM-#?n=#", "!#": "https://c.example/#" } }\n';

    it('lead from numbers in keys, strings, texts and comments', () =>
      assert.deepEqual(
        links(`${config}//- main.delivery
// CRM-1 and 见CRM-2的说明
need N-1 "!34 CRM-5" {
  key: CRM-6
  """
  CRM-7.
  """
}
`),
        [
          '1:4 CRM-1 → https://t.example/CRM-1?n=1',
          '1:15 CRM-2 → https://t.example/CRM-2?n=2',
          '2:11 !34 → https://c.example/34',
          '2:15 CRM-5 → https://t.example/CRM-5?n=5',
          '3:8 CRM-6 → https://t.example/CRM-6?n=6',
          '5:3 CRM-7 → https://t.example/CRM-7?n=7',
        ],
      ));

    it('leave ids, and what only holds such a number', () =>
      assert.deepEqual(
        links(`${config}//- main.delivery\nneed CRM-1 "xCRM-1 CRM-1x CRM-12-3 crm-4 CRM-" { from: CRM-2 }\n`),
        [],
      ));
  });
});
