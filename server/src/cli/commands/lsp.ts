import { Option, type Command } from 'commander';
import { version } from '../../../../package.json';
import { declare, words } from './command';

/** How a client and the server can talk, as `vscode-languageserver` reads it from the command line itself. */
const WAYS = /^--(?:stdio|node-ipc|pipe|socket)(?:=|$)/;

export const lsp = (): Command =>
  declare('lsp', words('run the language server', '运行语言服务器'), {
    examples: [['lsp --stdio', words('as editors start it', '编辑器的启动方式')]],
  })
    .option(
      '--stdio',
      words('talk over standard input and output, if nothing else is said', '通过标准输入输出通信（默认）'),
    )
    .option('--node-ipc', words('talk to the Node.js process that started it', '与启动它的 Node.js 进程通信'))
    .option('--pipe <name>', words('talk over a pipe or a Unix socket', '通过管道或 Unix 套接字通信'))
    .option('--socket <port>', words('talk over a port of this machine', '通过本机端口通信'))
    .addOption(new Option('--clientProcessId <id>').hideHelp()) // some clients say who they are
    .version(version, '-V, --version', words('print the version', '显示版本'))
    .action(async () => {
      if (!process.argv.some((argument) => WAYS.test(argument))) process.argv.push('--stdio');
      await import('../../lsp/node');
    });
