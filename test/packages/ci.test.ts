import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import { check as parses } from 'prettier';
import { blocksOf, readPage, type Block } from '../support/pages';

const recipesOf = (path: string): readonly Block[] => blocksOf(readPage(path));

const blocks = recipesOf('docs/ci.md');
const blockWith = (text: string): Block => blocks.find((block) => block.text.includes(text))!;

/** The recipes of docs/ci.md, which docs/ci.zh-CN.md has as well, run as a server would: from the packed file, in a repository of its own. */
describe('docs/ci.md', function () {
  let folder: string;
  let repository: string;

  const run = (line: string, input = '') => {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', line], {
      cwd: repository,
      encoding: 'utf8',
      input,
      env: {
        PATH: [join(folder, 'global', 'bin'), process.env.PATH].join(delimiter),
        HOME: folder,
        LANG: 'C',
        npm_config_prefix: join(folder, 'global'),
        npm_config_cache: join(folder, 'cache'),
        npm_config_offline: 'true',
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'A',
        GIT_AUTHOR_EMAIL: 'a@example.org',
        GIT_COMMITTER_NAME: 'A',
        GIT_COMMITTER_EMAIL: 'a@example.org',
      },
    });
    return { code: status, stdout, stderr };
  };
  const works = (line: string): string => {
    const { code, stdout, stderr } = run(line);
    assert.equal(code, 0, `${line}\n${stdout}\n${stderr}`);
    return stdout;
  };

  before(function () {
    if (process.platform === 'win32') this.skip();
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'delivery-ci-')));
    repository = join(folder, '项目 repository');
    mkdirSync(join(repository, 'tools'), { recursive: true });
    const packed = readdirSync('out/server').find((name) => name.endsWith('.tgz'))!;
    copyFileSync(resolve('out/server', packed), join(repository, 'tools', packed));
    works('git init -q');
    works('npm install --global ./tools/delivery-language-server-*.tgz');
    works('delivery init . --template software');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('has the same recipes in Chinese', () => {
    const told = ({ language, text, section }: Block) => ({ language, text, section });
    assert.deepEqual(recipesOf('docs/ci.zh-CN.md').map(told), blocks.map(told));
  });

  it('shows YAML that can be read', async () => {
    const yaml = blocks.filter(({ language }) => language === 'yaml');
    assert.equal(yaml.length, 3);
    for (const { text } of yaml) await assert.doesNotReject(parses(text, { parser: 'yaml' }), text);
  });

  it('has a GitHub workflow whose commands run in turn', () => {
    const commands = [...blockWith('runs-on').text.matchAll(/^ +- run: (.*)$/gm)].map(([, command]) => command!);
    assert.equal(commands.length, 4);
    for (const command of commands) works(command);
    assert.equal(run('delivery coverage --min 80').code, 1, 'a project that has just begun is not covered yet');
    assert.match(readFileSync(join(repository, 'timeline.html'), 'utf8'), /^<!doctype html>/i);
    rmSync(join(repository, 'timeline.html'));
    works('delivery check --format sarif > delivery.sarif || true');
    assert.ok('runs' in (JSON.parse(readFileSync(join(repository, 'delivery.sarif'), 'utf8')) as object));
    rmSync(join(repository, 'delivery.sarif'));
  });

  it('has a GitLab job that writes its report', () => {
    const [, script] = /script:\n((?: +- .*\n)+)/.exec(blockWith('junit:').text)!;
    for (const line of script!.trim().split('\n')) works(line.replace(/^ *- /, ''));
    assert.match(readFileSync(join(repository, 'delivery.xml'), 'utf8'), /<testsuites name="delivery check"/);
    rmSync(join(repository, 'delivery.xml'));
  });

  it('has a hook that lets a sound commit pass and refuses others, by what is staged', () => {
    const hook = join(repository, '.githooks', 'pre-commit');
    mkdirSync(dirname(hook));
    writeFileSync(hook, blockWith('git checkout-index').text);
    chmodSync(hook, 0o755);
    works('git config core.hooksPath .githooks');
    const spec = join(
      repository,
      readdirSync(repository).find((name) => name.endsWith('.delivery'))!,
    );
    works('git add --all && git commit -qm "All is well"');

    const good = readFileSync(spec, 'utf8');
    writeFileSync(spec, `${good}\nneed  N-99 "x" { from: N-98 }\n`);
    works('git commit -q --allow-empty -m "What is not staged does not count"');
    const refused = run('git add --all && git commit -qm "Not formatted"');
    assert.equal(refused.code, 1);
    assert.match(refused.stderr + refused.stdout, new RegExp(`^${basename(spec)}\\n1 not formatted`, 'm'));
    writeFileSync(spec, `${good}\nneed N-99 "x" { from: N-98 }\n`);
    const wrong = run('git add --all && git commit -qm "Leads nowhere"');
    assert.equal(wrong.code, 1);
    assert.match(wrong.stderr + wrong.stdout, /There is no item `N-98`/);
    writeFileSync(spec, good);
    works('git add --all && git commit -q --allow-empty -m "Mended"');
  });

  it('has entries for pre-commit that work on the files that it names', () => {
    const entries = [...blockWith('repo: local').text.matchAll(/^ +entry: (.*)$/gm)].map(([, entry]) => entry!);
    assert.deepEqual(entries, ['delivery format', 'delivery check']);
    works(`${entries[0]!} *.delivery`);
    works(entries[1]!);
  });

  it('asks about a text that is not saved', () => {
    writeFileSync(join(repository, 'draft'), 'need N-99 "x" { from: N-98 }\n');
    const { code, stdout } = run(blockWith('--stdin-filename').text);
    assert.equal(code, 1);
    assert.match(stdout, /^plan\.delivery:1:\d+ error There is no item `N-98`/m);
  });
});
