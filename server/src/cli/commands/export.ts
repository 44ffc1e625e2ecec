import { Option, type Command } from 'commander';
import { exportCommand } from '../export';
import { declare, languageOption, projectWords, words } from './command';

export const exporting = (): Command =>
  declare(
    'export',
    words(
      'print the whole model of a project, see schemas/model.schema.json',
      '输出项目的完整模型，参见 schemas/model.schema.json',
    ),
    {
      examples: [
        ['export > model.json', words('of the project in the current folder', '当前文件夹中的项目')],
        ['export plan --to json', words('of the project in another folder', '其他文件夹中的项目')],
      ],
      exits: {
        zero: words('the model is printed', '已输出'),
        two: words('a folder of several projects', '文件夹中有多个项目'),
      },
    },
  )
    .argument('[path]', projectWords(), '.')
    .addOption(new Option('--to <format>', words('format to export to', '导出格式')).choices(['json']).default('json'))
    .addOption(languageOption())
    .action(exportCommand);
