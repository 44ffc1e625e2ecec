// What the extension says where the editor speaks Chinese, in VS Code for the Web.
import { after, before, describe, it } from 'mocha';
import { openHost } from './hosts.mjs';
import * as workbench from './workbench.mjs';

describe('the editor in Chinese', function () {
  this.timeout(90_000);
  let host;

  before(async () => {
    host = await openHost('web', { language: 'zh-cn' });
    await workbench.ready(host.page);
  });

  after(() => host?.close());

  it('tells findings in Chinese, and leads from their codes to the pages in Chinese', async () => {
    const { page } = host;
    const findings = (await workbench.problems(page)).filter({ hasText: '没有验收标准' });
    await findings
      .first()
      .getByText('trace/no-criterion')
      .click({ modifiers: ['Control'] });
    await workbench.activeTab(page, 'trace.zh-CN.md').waitFor();
    await workbench.webview(page).getByText('没有人能验证的需求').waitFor();
  });
});
