import type { Command } from 'commander';
import { explainCommand } from '../explain';
import { declare, languageOption, words } from './command';

export const explain = (): Command =>
  declare(
    'explain',
    words(
      'tell what a check means, with a wrong and a right example; without a code, list all',
      '解释一项检查的含义，并给出错误和正确的示例；不指定代码时列出所有检查',
    ),
    {
      examples: [
        ['explain', words('all checks, each with a sentence', '列出所有检查，每项一句话')],
        ['explain trace/no-work', words('one of them', '解释其中一项')],
      ],
      exits: {
        zero: words('the check is explained', '已解释'),
        two: words('a code that does not exist', '代码不存在'),
        readsNothing: true,
      },
    },
  )
    .argument('[code]', words('code of a finding, such as trace/no-work', '问题的代码，如 trace/no-work'))
    .addOption(languageOption({ en: 'tongue of the explanation', zh: '说明的语言' }))
    .action(explainCommand);
