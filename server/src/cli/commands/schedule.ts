import { Option, type Command } from 'commander';
import { scheduleCommand } from '../schedule';
import { wholeNumber } from './numbers';
import { declare, formatOption, languageOption, projectWords, words } from './command';

export const schedule = (): Command =>
  declare(
    'schedule',
    words(
      'print the computed dates of phases, tasks and milestones, or answer a question about them',
      '显示阶段、任务和里程碑的计算日期，或回答相关问题',
    ),
    {
      examples: [
        ['schedule', words('the plan as a table', '以表格显示计划')],
        ['schedule --format csv > plan.csv', words('for a spreadsheet', '供电子表格使用')],
        ['schedule --why T-4', words('what drives the date of a task', '任务的日期由什么决定')],
        ['schedule --critical-to M-2', words('what leads to a milestone', '通向里程碑的关键路径')],
        [
          'schedule --shorten M-2 --by 2026-06-30',
          words('what to shorten to be there in time', '缩短哪些任务才能按时到达'),
        ],
        ['schedule --people --by week', words('who has too much to do, and when', '谁在何时任务过多')],
        ['schedule --forecast', words('how likely each milestone is in time', '各里程碑按时到达的可能性')],
      ],
      exits: {
        zero: words('the dates are printed', '已显示'),
        two: words('an id that no item has', '没有条目使用该编号'),
      },
    },
  )
    .argument('[path]', projectWords(), '.')
    .addOption(formatOption(['table', 'json', 'csv']))
    .option(
      '--people',
      words('print what is asked of each person, and where it is too much', '显示每个人的工作量，以及何处过多'),
    )
    .option(
      '--why <id>',
      words('print why the item is when it is: the chain of what drives it', '显示条目的日期由哪些前置因素决定'),
    )
    .option(
      '--critical-to <id>',
      words('print the critical path to the item, such as a milestone', '显示通向条目（如里程碑）的关键路径'),
    )
    .option(
      '--shorten <id>',
      words(
        'print the fewest tasks that, if shortened, bring the item to its end in time',
        '显示为使条目按时完成，最少需要缩短哪些任务',
      ),
    )
    .option(
      '--by <what>',
      words(
        'with --people: day or week; with --shorten: the last day instead of its due date',
        '与 --people 同用：day 或 week；与 --shorten 同用：代替截止日期的最后一天',
      ),
    )
    .option(
      '--forecast',
      words(
        'print when milestones are likely to be reached, by estimates of three points and risks',
        '根据三点估算和风险，预测里程碑可能的到达日期',
      ),
    )
    .addOption(
      new Option(
        '--runs <count>',
        words('with --forecast: how often the plan is run (1000)', '与 --forecast 同用：模拟次数（1000）'),
      ).argParser(wholeNumber(1, 1_000_000)),
    )
    .addOption(
      new Option(
        '--seed <number>',
        words(
          'with --forecast: the same seed gives the same forecast (1)',
          '与 --forecast 同用：相同的种子得到相同的预测（1）',
        ),
      ).argParser(wholeNumber(0, 4_294_967_295)),
    )
    .addOption(languageOption())
    .action(scheduleCommand);
