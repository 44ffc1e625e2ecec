// Runs the tests of suite/ inside an extension host, in a window of one folder and in one of several, and honours their exit code.
// Usage: node test/editor/suite.mjs code-server|web
import { join } from 'node:path';
import { URLSearchParams } from 'node:url';
import { format } from 'node:util';
import { openBrowser } from '../../scripts/editor/chromium.mjs';
import { startCodeServer } from '../../scripts/editor/code-server.mjs';
import { freePort } from '../../scripts/editor/ports.mjs';
import { testSettings } from '../../scripts/editor/settings.mjs';
import { serveWeb } from '../../scripts/editor/web.mjs';
import { packaged, suite, windows } from './places.mjs';

const limit = 180_000;
const hosts = { 'code-server': inCodeServer, web: inWeb };

for (const place of windows()) {
  try {
    const server = await hosts[process.argv[2]](place);
    process.exitCode ||= await run(server.start).finally(() => server.close());
  } finally {
    place.dispose();
  }
}

/** Opens the page, prints what the tests print, and answers with the code that VS Code ends with. */
async function run(address) {
  const { page, close } = await openBrowser();
  const ended = new Promise((resolve) => {
    void page.exposeFunction('codeAutomationExit', (code) => resolve(code));
    page.on('crash', () => resolve(give('The browser crashed.')));
    setTimeout(() => resolve(give(`The tests did not end within ${limit / 1000} s.`)), limit).unref();
  });
  await page.exposeFunction('codeAutomationLog', (type, args) => show(type, args));
  await page.goto(address);
  return ended.finally(close);
}

/** Shows the reporter's lines; the editor's own talk only on demand. */
function show(type, args) {
  const text = format(...args).replace(/^%c\[Extension Host\] %c|color: (blue|)\s*/g, '');
  const wanted = /^( {2}[✔✖-] |@counts )/.test(text);
  if (wanted || process.env.DELIVERY_VERBOSE) console.log(wanted ? text.trimEnd() : `${type}: ${text}`);
}

function give(reason) {
  console.error(reason);
  return 1;
}

async function inCodeServer({ workspace, workspaceFile, profile }) {
  const server = await startCodeServer({ profile, settings: testSettings });
  const remote = (path) => `vscode-remote://127.0.0.1:${server.port}${path}`;
  const payload = [
    ['extensionDevelopmentPath', remote(packaged)],
    ['extensionTestsPath', remote(suite)],
    ['skipWelcome', 'true'],
  ];
  const opened = workspaceFile ? { workspace: join(workspace, workspaceFile) } : { folder: workspace };
  const query = new URLSearchParams({ ...opened, payload: JSON.stringify(payload) });
  return { start: `${server.address}?${query}`, close: server.close };
}

async function inWeb({ workspace, workspaceFile }) {
  const port = await freePort();
  const server = await serveWeb({
    port,
    folder: workspace,
    workspaceFile,
    settings: testSettings,
    extensionDevelopmentPath: packaged,
    extensionTestsPath: suite,
  });
  return { start: server.address, close: server.close };
}
