import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { delivery } from '../../support/cli';
import { workspaceOf, type Workspace } from '../../support/workspace';

describe('delivery timeline', function () {
  this.timeout(30_000);

  let workspace: Workspace;
  const timeline = (...args: string[]) => delivery(workspace.folder, ['timeline', ...args]);

  beforeEach(() => {
    workspace = workspaceOf(`
      //- plan.delivery
      project crm "</script><script>alert(1)</script>" { period: 2026-01-05.. }
      task T-1 "<!-- <img src=x onerror=alert(1)>" { duration: 2d }
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
    const { stdout } = timeline('--language', 'zh');
    assert.ok(!stdout.includes('<script>alert') && !stdout.includes('<img'));
    assert.ok(stdout.includes('<title>&lt;/script&gt;&lt;script&gt;alert(1)'));
    assert.ok(!stdout.includes(workspace.folder));
    const json = /id="configuration">([^<]*)</.exec(stdout)![1]!;
    const { locale, strings, timeline: plan } = JSON.parse(json) as Record<string, Record<string, unknown>>;
    assert.deepEqual([locale, strings!.Today], ['zh-cn', '今天']);
    assert.equal((plan!.bars as { title: string }[])[0]!.title, '<!-- <img src=x onerror=alert(1)>');
  });

  it('tells wrong use', () => {
    assert.equal(timeline('--to', 'bmp').code, 2);
    assert.equal(timeline('nowhere').code, 2);
  });
});
