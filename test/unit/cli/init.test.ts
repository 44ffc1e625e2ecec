import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from '../../../server/src/cli/init';
import { TEMPLATES, type TemplateName } from '../../../server/src/cli/templates';
import { TEXTS } from '../../../server/src/cli/templates/texts';
import { createWorld, type World } from '../../../server/src/ide/world';
import { builtInTable } from '../../../server/src/kinds/table';
import { formatDay, parseDay, weekdayOf } from '../../../server/src/kinds/time';
import type { Tongue } from '../../../server/src/kinds/tongue';
import { regionOf } from '../../../server/src/schedule/regions/region';
import { SourceDocument } from '../../../server/src/language/document';
import { formatDocument } from '../../../server/src/language/format/format';
import { delivery } from '../../support/cli';
import { workspaceOf, type Workspace } from '../../support/workspace';

const ALL = (Object.keys(TEMPLATES) as TemplateName[]).flatMap((name) =>
  (['en', 'zh'] as const).map((tongue) => [name, tongue] as const),
);

const MONDAY = parseDay('2026-03-02')!;

/** The last day whose holidays are known in China. */
const LAST_KNOWN = regionOf('cn')!.lastDay;

function worldOf(name: TemplateName, tongue: Tongue, monday: number, today = monday): World {
  const files = filesOf(TEXTS[name][tongue], { language: tongue, monday, today })
    .filter(({ path }) => path.endsWith('.delivery'))
    .map(({ path, text }) => ({ uri: `file:///new/${path}`, document: new SourceDocument(text) }));
  return createWorld({ root: 'file:///new', revision: 1, files, table: builtInTable, today });
}

describe('templates of delivery init', function () {
  this.timeout(30_000);

  for (const [name, tongue] of ALL) {
    it(`${name} in ${tongue} has nothing to report on the day it is written, in any week of the year`, () => {
      for (let week = 0; week < 52; week++) {
        const monday = MONDAY + 7 * week;
        const { findings } = worldOf(name, tongue, monday, Math.min(monday, LAST_KNOWN));
        assert.deepEqual(
          findings.map(({ code, message }) => `week ${week}: ${code} ${message.en}`),
          [],
        );
      }
    });

    it(`${name} in ${tongue} is in its canonical form, and in one tongue`, () => {
      for (const { path, text } of filesOf(TEXTS[name][tongue], {
        language: tongue,
        monday: LAST_KNOWN - weekdayOf(LAST_KNOWN),
        today: MONDAY,
      })) {
        if (!path.endsWith('.delivery')) continue;
        assert.deepEqual(formatDocument(new SourceDocument(text)), { edits: [] }, path);
        assert.equal(/[\u4e00-\u9fff]/.test(text), tongue === 'zh', path);
      }
    });
  }

  it('ignore holidays that nobody has announced, until the last day that is known', () => {
    const monday = LAST_KNOWN - weekdayOf(LAST_KNOWN);
    const write = (today: number): string =>
      filesOf(TEXTS.launch.zh, { language: 'zh', monday, today })
        .map(({ text }) => text)
        .join('');
    const year = formatDay(LAST_KNOWN).slice(0, 4);
    assert.ok(
      write(LAST_KNOWN).includes(
        `忽略: plan/outside-project "${year} 年以后的节假日尚未收录，公布后写入节假日" 至 ${formatDay(LAST_KNOWN)}\n`,
      ),
    );
    assert.deepEqual(
      worldOf('launch', 'zh', monday, LAST_KNOWN + 1).findings.map(({ code }) => code),
      ['plan/outside-project'],
    );
    assert.ok(!worldOf('launch', 'zh', MONDAY).model.files.some(({ document }) => document.text.includes('忽略')));
  });

  it('have the same items in both tongues', () => {
    const shape = (name: TemplateName, tongue: Tongue): string[] =>
      worldOf(name, tongue, MONDAY)
        .model.items.map(({ kind, id }) => `${kind?.key} ${id !== undefined && /^[A-Z]/.test(id) ? id : ''}`)
        .sort();
    for (const name of Object.keys(TEMPLATES) as TemplateName[]) assert.deepEqual(shape(name, 'zh'), shape(name, 'en'));
  });
});

describe('delivery init', function () {
  this.timeout(30_000);

  let workspace: Workspace;
  beforeEach(() => (workspace = workspaceOf('')));
  afterEach(() => {
    workspace.dispose();
  });
  const init = (...args: string[]) => delivery(workspace.folder, ['init', ...args]);
  const read = (path: string): string => readFileSync(join(workspace.folder, path), 'utf8');

  it('writes a project into a new folder, which check finds in order', () => {
    const { code, stdout } = init('new folder', '--template', 'software', '--start', '2026-03-04');
    assert.equal(code, 0);
    assert.match(stdout, /^new folder\/delivery\.config\.json\nnew folder\/project\.delivery\n/);
    assert.match(read('new folder/project.delivery'), /period: 2026-03-02\.\.2026-08-21/);
    assert.match(delivery(workspace.folder, ['check', 'new folder', '--strict']).stdout, /0 errors/);
  });

  it('writes Chinese', () => {
    assert.equal(init('--language', 'zh').code, 0);
    assert.match(read('交付.delivery'), /^项目 新项目/);
  });

  it('writes nothing where a file of the template is there already', () => {
    writeFileSync(join(workspace.folder, 'spec.delivery'), '// mine\n');
    const { code, stdout, stderr } = init();
    assert.equal(code, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /spec\.delivery is there already; nothing was written/);
    assert.equal(read('spec.delivery'), '// mine\n');
    assert.ok(!existsSync(join(workspace.folder, 'delivery.config.json')));
  });

  it('leaves nothing behind where one of the files cannot be written', () => {
    symlinkSync('nowhere/at-all', join(workspace.folder, 'spec.delivery'));
    const before = readdirSync(workspace.folder);
    const { code, stdout, stderr } = init();
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /cannot write spec\.delivery: /);
    assert.deepEqual(readdirSync(workspace.folder), before);
  });

  it('says so where no folder can be made', function () {
    if (!existsSync('/proc/self')) this.skip();
    const { code, stderr } = init('/proc/plan/a');
    assert.equal(code, 2);
    assert.match(stderr, /cannot write .*proc.plan.a.delivery\.config\.json: there is no such file or folder/);
  });

  it('refuses a start that is no date, and a template that does not exist', () => {
    assert.match(init('--start', '2026-02-30').stderr, /--start 2026-02-30 is no date/);
    assert.equal(init('--template', 'waterfall').code, 2);
  });
});
