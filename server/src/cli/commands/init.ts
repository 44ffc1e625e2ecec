import { Option, type Command } from 'commander';
import { initCommand } from '../init';
import { TEMPLATES } from '../templates';
import { declare, languageOption, words } from './command';

export const init = (): Command =>
  declare('init', words('begin a project from a template', '用模板新建项目'), {
    examples: [
      ['init', words('the smallest project, in the current folder', '在当前文件夹中新建最小的项目')],
      [
        'init crm --template software',
        words('the introduction of software, in a new folder', '在新文件夹中新建软件实施项目'),
      ],
      ['init 客服 --language zh', words('with Chinese keywords and texts', '使用中文关键字和文字')],
      ['init launch --template launch --start 2026-09-07', words('planned from a day on', '从指定日期开始计划')],
    ],
    exits: {
      zero: words('the files are written', '文件已写入'),
      two: words('a file that is there already', '文件已存在'),
      readsNothing: true,
    },
  })
    .argument('[folder]', words('folder to write into, which may be new', '写入的文件夹，可以不存在'), '.')
    .addOption(
      new Option(
        '--template <name>',
        Object.entries(TEMPLATES)
          .map(([name, { about }]) => `${name}${words(`: ${about.en}`, `：${about.zh}`)}`)
          .join(words('; ', '；')),
      )
        .choices(Object.keys(TEMPLATES))
        .default('minimal'),
    )
    .option(
      '--start <date>',
      words('day on which the project begins; the next Monday, if none is given', '项目开始日期；默认为下周一'),
    )
    .addOption(languageOption({ en: 'tongue of the files', zh: '文件的语言' }))
    .action(initCommand);
