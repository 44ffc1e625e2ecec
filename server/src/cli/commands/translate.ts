import { Option, type Command } from 'commander';
import { translateCommand } from '../translate';
import { declare, languageOption, pathsOrInputWords, words } from './command';

export const translate = (): Command =>
  declare(
    'translate',
    words(
      'write the keywords of files in English or Chinese; ids, titles, texts and comments stay',
      '将文件的关键字改写为英文或中文；编号、标题、文字和注释不变',
    ),
    {
      examples: [
        ['translate --to zh', words('all files below the current folder', '当前文件夹中的所有文件')],
        ['translate --to en - < 需求.delivery', words('standard input to standard output', '从标准输入到标准输出')],
      ],
      exits: {
        zero: words('all files are translated now', '所有文件均已翻译'),
        one: words('a file was left alone', '有文件未处理'),
      },
    },
  )
    .argument('[path...]', pathsOrInputWords())
    .addOption(
      new Option('--to <tongue>', words('tongue of the keywords', '关键字的语言'))
        .choices(['en', 'zh'])
        .makeOptionMandatory(),
    )
    .addOption(languageOption())
    .action(translateCommand);
