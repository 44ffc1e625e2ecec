/** Every example of the documentation holds: specs and configurations have the findings they promise, commands print what is shown. */
import assert from 'node:assert/strict';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allCodes } from '../../../server/src/checks/all';
import { check } from '../../support/findings';
import {
  blocksOf,
  grow,
  isExample,
  pages,
  readPage,
  unknownScripts,
  type Block,
  type Files,
} from '../../support/pages';
import { shell } from '../../support/shell';
import { workspaceOf, type Workspace } from '../../support/workspace';
import { fixture } from '../../support/world';

/** Pages whose examples build on each other: each changes the project that those before have made. */
const GROWING = ['docs/guide.md', 'docs/guide.zh-CN.md'];

const localeOf = (page: string): string => (page.endsWith('.zh-CN.md') ? 'zh_CN.UTF-8' : 'C');

/** Pages whose specs have tests of their own, which know how they belong together. */
const OWN_TESTS = /^docs[/\\](?:checks[/\\]|configuration(?:\.zh-CN)?\.md$)/;

/** What an example that is a piece of a spec must not have; that it names ids of other pieces is no mistake. */
const NEVER = allCodes.filter((code) => /^(?:syntax|kind|config)\//.test(code) && code !== 'syntax/full-width');

interface Step {
  readonly block: Block;
  /** The project as it is where the block stands. */
  readonly files: Files;
}

/** The blocks of a page that builds a project. */
function growing(blocks: readonly Block[]): readonly Step[] {
  let project: ReturnType<typeof grow> = { files: new Map(), current: 'spec.delivery' };
  return blocks.map((block) => {
    if (isExample(block)) project = grow(project, block);
    return { block, files: project.files };
  });
}

/** The blocks of a page whose examples stand alone, but for a spec right behind a configuration; commands ask about the example before. */
function alone(blocks: readonly Block[]): readonly Step[] {
  let files: Files = new Map();
  return blocks.map((block, index) => {
    const config = blocks[index - 1]?.language === 'jsonc' ? [...files] : [];
    if (block.language === 'jsonc') files = new Map([['delivery.config.json', block.text]]);
    if (block.language === 'delivery') files = new Map([...config, ['plan.delivery', block.text]]);
    return { block, files };
  });
}

const specOf = (files: Files): string => [...files].map(([name, text]) => `//- ${name}\n${text}`).join('\n');

/** Families of the findings that an example promises. */
const promised = ({ text }: Block): readonly string[] =>
  [...text.matchAll(/^\s*\/\/<? *\^+ (\w+)\//gm)].map(([, family]) => family!);

for (const path of pages.filter((page) => !OWN_TESTS.test(page))) {
  const page = readPage(path);
  const isGrowing = GROWING.includes(path);
  const steps = (isGrowing ? growing : alone)(blocksOf(page));

  describe(path, function () {
    this.timeout(60_000);

    for (const { block, files } of isGrowing ? silent(steps) : [])
      it(`has nothing to report at line ${block.line}`, () => assert.deepEqual(findingsOf(files), []));

    for (const { block, files } of steps) {
      if (isExample(block) && !isGrowing)
        it(`line ${block.line} has the findings it promises`, () =>
          check(specOf(files), { only: [...NEVER, ...promised(block)] }));
      if (block.language === 'sh')
        it(`line ${block.line} holds commands that work`, () =>
          inFolder({ files }, (workspace) => {
            cpSync('examples', join(workspace.folder, 'examples'), { recursive: true });
            for (const line of block.text.trim().split('\n')) works(workspace, line);
          }));
    }

    if (steps.some(({ block }) => block.language === 'console'))
      it('shows what commands print', () => {
        const printed = withOutputs(page, steps, localeOf(path));
        if (process.env.UPDATE_DOCS === '1') writeFileSync(path, printed);
        else assert.equal(page, printed, `${path} is stale: run UPDATE_DOCS=1 npm run test:unit`);
      });
  });
}

/** The last examples of sections that do not show what `delivery check` finds when they have changed the project. */
function silent(steps: readonly Step[]): readonly Step[] {
  const isLast = ({ block }: Step, index: number): boolean =>
    isExample(block) &&
    !steps.slice(index + 1).some((later) => later.block.section === block.section && isExample(later.block));
  const isShown = ({ block }: Step, index: number): boolean =>
    steps
      .slice(index + 1)
      .some((later) => later.block.section === block.section && later.block.text.startsWith('$ delivery check'));
  return steps.filter((step, index) => isLast(step, index) && !isShown(step, index));
}

function findingsOf(files: Files): readonly string[] {
  const { world, describe: where } = fixture(specOf(files));
  return world.findings.map(({ code, place, message }) => `${where(place)}: ${code} ${message.en}`);
}

function inFolder<T>({ files }: Pick<Step, 'files'>, action: (workspace: Workspace) => T): T {
  const workspace = workspaceOf(specOf(files));
  try {
    return action(workspace);
  } finally {
    workspace.dispose();
  }
}

/** The page with what its commands print now. */
const withOutputs = (page: string, steps: readonly Step[], locale: string): string =>
  steps
    .filter(({ block }) => block.language === 'console')
    .reduceRight(
      (text, step) =>
        text.slice(0, step.block.start) +
        outputOf(step, locale) +
        text.slice(step.block.start + step.block.text.length),
      page,
    );

/** Lines that begin with `$` are commands; what stands behind each is what it prints. */
const outputOf = (step: Step, locale: string): string =>
  inFolder(step, ({ folder }) =>
    step.block.text
      .split('\n')
      .filter((line) => line.startsWith('$ '))
      .map((line) => {
        const { stdout, stderr } = shell(folder, line.slice(2), locale);
        assert.equal(stderr, '', line);
        return `${line}\n${stdout}`;
      })
      .join(''),
  );

/** Scripts of the checkout exist; `delivery` is run, and what it finds is no failure. */
function works({ folder }: Workspace, line: string): void {
  const asked = line.replace(/ +#.*$/, '').replaceAll(/\bnpm run -s delivery -- /g, 'delivery ');
  assert.deepEqual(unknownScripts(asked), []);
  if (!asked.startsWith('delivery ')) {
    assert.match(asked, /^(?:npm|npx|code|git|cd|node) /);
    return;
  }
  const { code, stderr } = shell(folder, asked);
  assert.ok(code === 0 || code === 1, `${line} exits with ${code}: ${stderr}`);
  assert.equal(stderr, '', line);
}
