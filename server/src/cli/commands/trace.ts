import type { Command } from 'commander';
import { traceCommand } from '../trace';
import { declare, formatOption, languageOption, projectWords, words } from './command';

export const trace = (): Command =>
  declare(
    'trace',
    words(
      'print the threads of an item: who asked for it, and what came of it',
      '显示一个条目的来龙去脉：由谁提出，落实到哪里',
    ),
    {
      examples: [
        ['trace REQ-1', words('of the project in the current folder', '当前文件夹中的项目')],
        ['trace 需求-1 智能客服', words('of the project in another folder', '其他文件夹中的项目')],
        ['trace REQ-1 --format json', words('for programs', '供程序读取')],
      ],
      exits: {
        zero: words('the threads are printed', '已显示'),
        two: words('an id that no item has', '没有条目使用该编号'),
      },
    },
  )
    .argument('<id>', words('id of the item', '条目编号'))
    .argument('[path]', projectWords(), '.')
    .addOption(formatOption(['text', 'json']))
    .addOption(languageOption())
    .action(traceCommand);
