import { Option, type Command } from 'commander';
import { checkCommand } from '../check';
import { REPORTERS } from '../report';
import { declare, formatOption, languageOption, pathsOrInputWords, words } from './command';

export const check = (): Command =>
  declare('check', words('report everything that is wrong or unfinished', '报告所有错误和未完成之处'), {
    examples: [
      ['check', words('everything below the current folder', '检查当前文件夹中的所有内容')],
      ['check plan/tasks.delivery', words('what is said about one file of a project', '只显示项目中某个文件的问题')],
      ['check --watch', words('again whenever a file is saved', '每次保存文件后重新检查')],
      ['check --fix', words('mend what is certain, report the rest', '修复可以确定的问题，报告其余问题')],
      ['check --strict --format github', words('for a workflow of GitHub', '用于 GitHub 工作流')],
      [
        'check - --stdin-filename plan.delivery < draft',
        words('a text that is not saved yet, in its project', '在项目中检查尚未保存的文本'),
      ],
    ],
    exits: {
      zero: words(
        'no errors; without --strict there may be warnings; --watch was ended',
        '没有错误（不加 --strict 时可能有警告）；或 --watch 被结束',
      ),
      one: words(
        'errors, or with --strict warnings; with --fix: a file could not be written',
        '有错误，或加 --strict 时有警告；或 --fix 时有文件无法写入',
      ),
    },
  })
    .argument('[path...]', pathsOrInputWords())
    .addOption(formatOption(Object.keys(REPORTERS)))
    .addOption(languageOption())
    .option('--strict', words('let warnings fail as errors do', '警告也视为失败'))
    .option(
      '--fix',
      words(
        'mend first what can be mended without asking, and report what remains',
        '先修复可以确定的问题，再报告其余问题',
      ),
    )
    .option('--watch', words('check again whenever files change, until Ctrl+C', '文件变化时重新检查，按 Ctrl+C 结束'))
    .addOption(
      new Option(
        '--stdin-filename <path>',
        words('read standard input in the place of this file of a project', '读取标准输入，以代替项目中的这个文件'),
      ).conflicts(['fix', 'watch']),
    )
    .action(checkCommand);
