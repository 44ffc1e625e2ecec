import { Option, type Command } from 'commander';
import { coverageCommand } from '../coverage';
import { percentage } from './numbers';
import { declare, formatOption, languageOption, pathsWords, words } from './command';

export const coverage = (): Command =>
  declare(
    'coverage',
    words(
      'print what is covered, down to evidence that passed, and what is missing',
      '显示覆盖情况，直至已通过的证据，以及缺少什么',
    ),
    {
      examples: [
        ['coverage', words('requirements and milestones of this project', '本项目的需求和里程碑')],
        ['coverage --min 80', words('fail below 80 %', '低于 80% 时失败')],
        [
          'coverage --kind requirement need --all',
          words('of some kinds, and all that is not covered', '指定类型，并列出所有未覆盖的条目'),
        ],
      ],
      exits: {
        zero: words('the coverage is printed', '已显示'),
        one: words('less is covered than --min asks for', '覆盖率低于 --min 的要求'),
        two: words('a kind that does not exist', '类型不存在'),
      },
    },
  )
    .argument('[path...]', pathsWords())
    .option(
      '--kind <kind...>',
      words('kinds to list and to measure; requirements, if none is named', '要统计和列出的类型；默认为需求'),
    )
    .option(
      '--all',
      words(
        'list all that is not covered, of every kind unless --kind names some',
        '列出所有未覆盖的条目；不指定 --kind 时包括所有类型',
      ),
    )
    .addOption(
      new Option('--min <percent>', words('exit 1 if less is covered', '覆盖率较低时以 1 退出')).argParser(percentage),
    )
    .addOption(formatOption(['text', 'json']))
    .addOption(languageOption())
    .action(coverageCommand);
