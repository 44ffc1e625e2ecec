import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { delivery, deliveryIn } from '../../support/cli';
import { workspaceOf, type Workspace } from '../../support/workspace';

describe('delivery timeline', function () {
  this.timeout(30_000);

  let workspace: Workspace;
  const timeline = (...args: string[]) => delivery(workspace.folder, ['timeline', ...args]);

  beforeEach(() => {
    workspace = workspaceOf(`
      //- plan.delivery
      project crm "</script><script>alert(1)</script>" { period: 2026-01-05.. }
      task T-1 "<!-- <img src=x onerror=alert(1)> & \u{1f600} שלום \u0001" { duration: 2d }
      task T-2 "${'x'.repeat(500)}" { duration: 1d, after: T-1, deadline: 2026-01-05 }
      milestone M-1 "" { after: T-2 }
      cadence "Demo" { every: 1w on fri }
      ${Array.from({ length: 60 }, (_, number) => `task N-${number} "Task number ${number + 1}" { duration: 1d }`).join('\n')}
    `);
  });
  afterEach(() => {
    workspace.dispose();
  });

  it('makes one page whose policy admits its own script and style and nothing else', () => {
    const { code, stdout, stderr } = timeline('--to', 'html');
    assert.deepEqual([code, stderr], [0, '']);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(stdout)![1]!;
    const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    const style = /<style>([^]*?)<\/style>/.exec(stdout)![1]!;
    const scripts = [...stdout.matchAll(/<script>([^]*?)<\/script>/g)].map((match) => match[1]!);
    assert.equal(scripts.length, 1);
    assert.match(policy, /^default-src 'none'/);
    assert.ok(policy.includes(hash(style)) && policy.includes(hash(scripts[0]!)));
    assert.ok(!policy.includes('unsafe'));
  });

  it('writes titles as data, and no path of the machine', () => {
    const { stdout } = timeline('--to', 'html', '--language', 'zh');
    assert.ok(!stdout.includes('<script>alert') && !stdout.includes('<img'));
    assert.ok(stdout.includes('<title>&lt;/script&gt;&lt;script&gt;alert(1)'));
    assert.ok(!stdout.includes(workspace.folder));
    const json = /id="configuration">([^<]*)</.exec(stdout)![1]!;
    const { locale, strings, timeline: plan } = JSON.parse(json) as Record<string, Record<string, unknown>>;
    assert.deepEqual([locale, strings!.Today], ['zh-cn', '今天']);
    assert.match((plan!.bars as { title: string }[])[0]!.title, /^<!-- <img src=x onerror=alert\(1\)> & /);
  });

  it('draws the whole plan as one well-formed picture, without a browser', () => {
    const { code, stdout, stderr } = timeline('--to', 'svg');
    assert.deepEqual([code, stderr], [0, '']);
    assert.deepEqual(
      elementsOf(stdout).filter((name) => name === 'script' || name === 'image' || name === 'img'),
      [],
    );
    for (let number = 1; number <= 60; number++) assert.ok(stdout.includes(`Task number ${number}<`), `T${number}`);
    assert.ok(stdout.includes('&lt;!-- &lt;img src=x onerror=alert(1)'));
    assert.doesNotMatch(stdout, /var\(|color-mix|NaN|undefined/);
    const chinese = timeline('--language', 'zh').stdout;
    assert.ok(chinese.includes('2026年1月'));
  });

  it('draws a plan without anything', () => {
    writeFileSync(join(workspace.folder, 'plan.delivery'), '// nothing yet\n');
    const { code, stdout } = timeline();
    assert.equal(code, 0);
    assert.ok(elementsOf(stdout).includes('svg'));
  });

  it('writes the file that is named, whole, with its mode and through a link', () => {
    const file = join(workspace.folder, 'plan.svg');
    writeFileSync(file, 'old');
    chmodSync(file, 0o640);
    symlinkSync('plan.svg', join(workspace.folder, 'latest.svg'));
    const { code, stdout, stderr } = timeline('--output', 'latest.svg');
    assert.deepEqual([code, stdout, stderr], [0, '', '']);
    assert.equal(readFileSync(file, 'utf8'), timeline().stdout);
    assert.equal(statSync(file).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(workspace.folder).sort(), ['latest.svg', 'plan.delivery', 'plan.svg']);
  });

  it('says what keeps it from writing the file', () => {
    mkdirSync(join(workspace.folder, 'there'));
    const folder = timeline('--output', 'there');
    assert.deepEqual([folder.code, folder.stdout], [2, '']);
    assert.match(folder.stderr, /there: it cannot be written: .*folder/);
    const nowhere = timeline('--output', 'nowhere/plan.svg', '--language', 'en');
    assert.equal(nowhere.code, 2);
    assert.match(nowhere.stderr, /nowhere\/plan\.svg: it cannot be written: /);
    assert.deepEqual(readdirSync(workspace.folder).sort(), ['plan.delivery', 'there']);
  });

  it('paints the picture as PNG in a browser, where there is one', function () {
    const { code, stdout, stderr } = timeline('--to', 'png', '--output', 'plan.png');
    if (stderr.includes('none was found')) this.skip();
    assert.deepEqual([code, stdout, stderr], [0, '', '']);
    const png = readFileSync(join(workspace.folder, 'plan.png'));
    assert.equal(png.toString('latin1', 0, 8), '\x89PNG\r\n\x1a\n');
    const [, width, height] = /<svg[^>]* width="(\d+)" height="(\d+)"/.exec(timeline().stdout)!;
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [2 * Number(width), 2 * Number(height)]);
  });

  it('says that a PNG needs a browser, and what keeps the one that it finds from drawing', () => {
    const png = (env: Readonly<Record<string, string>>) => delivery(workspace.folder, ['timeline', '--to', 'png'], env);
    if (process.platform === 'linux')
      assert.match(png({ PATH: '' }).stderr, /none was found: CHROME_PATH may name one/);
    const wrong = png({ CHROME_PATH: '/nowhere/chrome' });
    assert.deepEqual([wrong.code, wrong.stdout], [2, '']);
    assert.match(wrong.stderr, /CHROME_PATH names \/nowhere\/chrome, which does not exist/);
    const failing = png({ CHROME_PATH: '/bin/false' });
    assert.deepEqual([failing.code, failing.stdout], [2, '']);
    assert.match(failing.stderr, /\/bin\/false did not draw: exit code 1/);
    assert.match(png({ CHROME_PATH: '/bin/true' }).stderr, /\/bin\/true did not draw: exit code 0/);
  });

  it('paints no PNG that nobody could read, nor onto a terminal', () => {
    writeFileSync(
      join(workspace.folder, 'plan.delivery'),
      Array.from({ length: 2000 }, (_, number) => `task N-${number} "Task" { duration: 1d }`).join('\n'),
    );
    const large = timeline('--to', 'png');
    assert.deepEqual([large.code, large.stdout], [2, '']);
    assert.match(large.stderr, /too large for a PNG/);
    const terminal = deliveryIn(workspace.folder, ['timeline', '--to', 'png'], { terminal: true });
    assert.deepEqual([terminal.code, terminal.stdout], [2, '']);
    assert.match(terminal.stderr, /--output plan\.png/);
  });

  it('tells wrong use', () => {
    assert.equal(timeline('--to', 'bmp').code, 2);
    assert.equal(timeline('nowhere').code, 2);
  });
});

/** Names of all elements of an XML document; throws where it is not well-formed. */
function elementsOf(xml: string): readonly string[] {
  const names: string[] = [];
  const open: string[] = [];
  const token =
    /<\?xml[^?]*\?>|<\/([\w-]+)>|<([\w-]+)((?:\s+[\w:-]+="(?:[^"<&]|&(?:amp|lt|gt|quot|#\d+);)*")*)\s*(\/?)>|(?:[^<&]|&(?:amp|lt|gt|quot|#\d+);)+/y;
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const match = token.exec(xml);
    assert.ok(match, `not well-formed: ${xml.slice(at, at + 80)}`);
    const [, closed, opened, , isEmpty] = match;
    if (opened !== undefined) names.push(opened);
    if (opened !== undefined && isEmpty === '') open.push(opened);
    if (closed !== undefined) assert.equal(open.pop(), closed);
  }
  assert.deepEqual(open, []);
  assert.doesNotMatch(xml, /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
  return names;
}
