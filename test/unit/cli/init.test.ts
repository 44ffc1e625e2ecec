import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from '../../../server/src/cli/init';
import { TEMPLATES, type TemplateName } from '../../../server/src/cli/templates';
import { TEXTS } from '../../../server/src/cli/templates/texts';
import { createWorld, type World } from '../../../server/src/ide/world';
import { builtInTable } from '../../../server/src/kinds/table';
import { parseDay } from '../../../server/src/kinds/time';
import type { Tongue } from '../../../server/src/kinds/tongue';
import { SourceDocument } from '../../../server/src/language/document';
import { formatDocument } from '../../../server/src/language/format/format';
import { delivery } from '../../support/cli';
import { workspaceOf, type Workspace } from '../../support/workspace';

const ALL = (Object.keys(TEMPLATES) as TemplateName[]).flatMap((name) =>
  (['en', 'zh'] as const).map((tongue) => [name, tongue] as const),
);

const MONDAY = parseDay('2026-03-02')!;

function worldOf(name: TemplateName, tongue: Tongue, monday: number): World {
  const files = filesOf(TEXTS[name][tongue], tongue, monday)
    .filter(({ path }) => path.endsWith('.delivery'))
    .map(({ path, text }) => ({ uri: `file:///new/${path}`, document: new SourceDocument(text) }));
  return createWorld({ root: 'file:///new', revision: 1, files, table: builtInTable, today: monday });
}

describe('templates of delivery init', function () {
  this.timeout(30_000);

  for (const [name, tongue] of ALL) {
    it(`${name} in ${tongue} has nothing to report on its first day, in any week of the year`, () => {
      for (let week = 0; week < 52; week++) {
        const { findings } = worldOf(name, tongue, MONDAY + 7 * week);
        assert.deepEqual(
          findings
            .map(({ code, message }) => `week ${week}: ${code} ${message.en}`)
            // Nobody knows the holidays of years that have not been announced.
            .filter((finding) => !finding.includes('the built-in holidays of CN end on')),
          [],
        );
      }
    });

    it(`${name} in ${tongue} is in its canonical form, and in one tongue`, () => {
      for (const { path, text } of filesOf(TEXTS[name][tongue], tongue, MONDAY)) {
        if (!path.endsWith('.delivery')) continue;
        assert.deepEqual(formatDocument(new SourceDocument(text)), { edits: [] }, path);
        assert.equal(/[\u4e00-\u9fff]/.test(text), tongue === 'zh', path);
      }
    });
  }

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
