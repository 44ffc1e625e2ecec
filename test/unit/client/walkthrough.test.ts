import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import manifest from '../../../package.json';

const [walkthrough] = manifest.contributes.walkthroughs as [(typeof manifest.contributes.walkthroughs)[0]];
const own = new Set(manifest.contributes.commands.map(({ command }) => command));

/** Commands of the editor itself that steps use. */
const isKnown = (command: string): boolean => own.has(command) || /^(workbench|editor)\./.test(command);

describe('the walkthrough', () => {
  const steps = walkthrough.steps as readonly {
    readonly id: string;
    readonly when?: string;
    readonly media: { readonly markdown: string };
    readonly completionEvents: readonly string[];
  }[];

  it('has five steps where processes can be started, and where they cannot', () => {
    const always = steps.filter(({ when }) => when === undefined).length;
    const last = steps.flatMap(({ when }) => when ?? []);
    assert.equal(always, 4);
    assert.deepEqual(last, ['processExecutionSupported', '!processExecutionSupported']);
  });

  for (const { id, media, completionEvents } of steps) {
    for (const path of [media.markdown, media.markdown.replace(/\.md$/, '.nls.zh-cn.md')])
      it(`shows in ${path} pictures that are there`, () => {
        const text = readFileSync(path, 'utf8');
        for (const [, picture] of text.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g))
          assert.ok(existsSync(join(dirname(path), picture!)), picture);
      });

    for (const nls of ['package.nls.json', 'package.nls.zh-cn.json'])
      it(`offers a command for ${id} in ${nls}, and knows when the step is done`, () => {
        const texts = JSON.parse(readFileSync(nls, 'utf8')) as Record<string, string>;
        const commands = [...texts[`walkthrough.${id}.description`]!.matchAll(/\]\(command:([\w.]+)/g)];
        assert.equal(commands.length, 1);
        assert.ok(isKnown(commands[0]![1]!), commands[0]![1]);
        assert.ok(completionEvents.some((event) => event === `onCommand:${commands[0]![1]}`));
        for (const event of completionEvents)
          if (event.startsWith('onCommand:')) assert.ok(isKnown(event.slice('onCommand:'.length)), event);
      });
  }
});
