import { Option, type Command } from 'commander';
import { timelineCommand } from '../timeline';
import { declare, languageOption, projectWords, words } from './command';

export const timeline = (): Command =>
  declare(
    'timeline',
    words(
      'print the timeline of a project: one picture, or one page to explore',
      '输出项目的时间线：一幅图，或一个可交互的网页',
    ),
    {
      examples: [
        ['timeline > plan.svg', words('a picture', '一幅图')],
        ['timeline --to html > plan.html', words('a page that anybody can open', '任何人都能打开的网页')],
      ],
      exits: {
        zero: words('the timeline is printed', '已输出'),
        two: words('a folder of several projects', '文件夹中有多个项目'),
      },
    },
  )
    .argument('[path]', projectWords(), '.')
    .addOption(
      new Option('--to <format>', words('format to draw in', '输出格式')).choices(['svg', 'html']).default('svg'),
    )
    .addOption(languageOption())
    .action(timelineCommand);
