import { Option, type Command } from 'commander';
import { timelineCommand } from '../timeline';
import { declare, languageOption, projectWords, words } from './command';

export const timeline = (): Command =>
  declare(
    'timeline',
    words(
      'draw the timeline of a project: one picture, or one page to explore',
      '绘制项目的时间线：一幅图，或一个可交互的网页',
    ),
    {
      examples: [
        ['timeline > plan.svg', words('a picture', '一幅图')],
        ['timeline --to png --output plan.png', words('one for slides, drawn by Chrome', '由 Chrome 绘制，用于幻灯片')],
        ['timeline --to html > plan.html', words('a page that anybody can open', '任何人都能打开的网页')],
      ],
      exits: {
        zero: words('the timeline is drawn', '已绘制'),
        two: words(
          'a folder of several projects, a PNG without a browser',
          '文件夹中有多个项目、绘制 PNG 却没有浏览器',
        ),
      },
    },
  )
    .argument('[path]', projectWords(), '.')
    .addOption(
      new Option(
        '--to <format>',
        words('format to draw in; png needs Chrome, Chromium or Edge', '输出格式；png 需要 Chrome、Chromium 或 Edge'),
      )
        .choices(['svg', 'png', 'html'])
        .default('svg'),
    )
    .option('-o, --output <file>', words('file to write, instead of standard output', '写入此文件，而不是标准输出'))
    .addOption(languageOption())
    .action(timelineCommand);
