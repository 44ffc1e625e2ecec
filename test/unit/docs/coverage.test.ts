import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { delivery } from '../../support/cli';
import { workspaceOf } from '../../support/workspace';

const PATH = 'docs/coverage.md';
const COMMAND = /```console\n\$ delivery (.*)\n[^]*?```/g;

describe(PATH, function () {
  this.timeout(30_000);

  it('shows what the commands print', () => {
    const page = readFileSync(PATH, 'utf8');
    const workspace = workspaceOf('');
    try {
      workspace.write('plan.delivery', /```delivery\n([^]*?)```/.exec(page)![1]!);
      const expected = page.replace(COMMAND, (_, command: string) => {
        const { stdout, stderr } = delivery(workspace.folder, command.split(' '));
        assert.equal(stderr, '', command);
        return `\`\`\`console\n$ delivery ${command}\n${stdout}\`\`\``;
      });
      if (process.env.UPDATE_DOCS === '1') writeFileSync(PATH, expected);
      else assert.equal(page, expected, 'the page is stale: run UPDATE_DOCS=1 npm run test:unit');
    } finally {
      workspace.dispose();
    }
  });
});
