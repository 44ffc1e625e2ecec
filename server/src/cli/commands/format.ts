import type { Command } from 'commander';
import { formatCommand } from '../format';
import { declare, languageOption, pathsOrInputWords, words } from './command';

export const format = (): Command =>
  declare(
    'format',
    words(
      'write files in their canonical form; only blanks and spellings change',
      '将文件改写为规范格式，只改变空白和写法',
    ),
    {
      examples: [
        ['format', words('all files below the current folder', '当前文件夹中的所有文件')],
        ['format --check', words('only list those that are not formatted', '只列出未格式化的文件')],
        ['format - < draft', words('standard input to standard output', '从标准输入到标准输出')],
      ],
      exits: {
        zero: words('all files are formatted now', '所有文件均已格式化'),
        one: words(
          'a file was left alone, or with --check: is not formatted',
          '有文件未处理，或 --check 发现未格式化的文件',
        ),
      },
    },
  )
    .argument('[path...]', pathsOrInputWords())
    .option(
      '--check',
      words(
        'change nothing, but list the files that are not formatted and exit 1 if there are any',
        '不改动文件，只列出未格式化的文件；如有则以 1 退出',
      ),
    )
    .option(
      '--stdin-filename <path>',
      words('read standard input, and call it by this name in messages', '读取标准输入，并在消息中使用这个名称'),
    )
    .addOption(languageOption())
    .action(formatCommand);
