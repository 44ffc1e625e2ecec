import type { Command } from 'commander';
import { declare, words } from './command';

export const lsp = (): Command =>
  declare('lsp', words('run the language server', '运行语言服务器'), {
    examples: [['lsp --stdio', words('as editors start it', '编辑器的启动方式')]],
  })
    .option('--stdio', words('talk over standard input and output (the only way)', '通过标准输入输出通信（唯一方式）'))
    .action(async () => {
      // The server reads its transport from the command line itself.
      if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
      await import('../../lsp/node');
    });
