#!/usr/bin/env node
/** The `delivery` command. */
import { Command, Option } from 'commander';
import { version } from '../../../package.json';
import { checkCommand } from './check';
import { coverageCommand } from './coverage';
import { exportCommand } from './export';
import type { Tongue } from '../kinds/tongue';
import { formatCommand } from './format';
import { explainCommand } from './explain';
import { initCommand } from './init';
import { REPORTERS } from './report';
import { scheduleCommand } from './schedule';
import { TEMPLATES } from './templates';
import { timelineCommand } from './timeline';
import { traceCommand } from './trace';
import { translateCommand } from './translate';
import { percentage, wholeNumber, WrongUse } from './wrongUse';

const program = new Command('delivery')
  .description('Delivery as text: checks and schedules .delivery specs.')
  .version(version)
  .showHelpAfterError('(run with --help for the options)')
  .exitOverride((error) => {
    // commander exits 1 on wrong use; for us 1 means findings, and wrong use is 2.
    process.exit(error.exitCode === 0 ? 0 : 2);
  });

const language = (): Option =>
  new Option('--language <tongue>', 'tongue of messages')
    .choices(['en', 'zh'])
    .default(tongueOfEnvironment(), 'from LANG');

const PATHS = 'project folders or .delivery files';

/** What the exit codes mean, for the help of a command; most have something that is 1. */
const exitCodes = (zero: string, one?: string, two?: string): string =>
  [
    '\nExit codes:',
    `  0  ${zero}`,
    ...(one === undefined ? [] : [`  1  ${one}`]),
    `  2  wrong use: an unknown option${two === undefined ? '' : `, ${two}`}, or a path that cannot be read or holds no .delivery file`,
  ].join('\n');

program
  .command('check')
  .description('report everything that is wrong or unfinished')
  .argument('[path...]', `${PATHS}, or - for standard input; the current folder, if none is named`)
  .addOption(new Option('--format <format>', 'how to print').choices(Object.keys(REPORTERS)).default('text'))
  .addOption(language())
  .option('--strict', 'let warnings fail as errors do')
  .option('--fix', 'mend first what can be mended without asking, and report what remains')
  .option('--watch', 'check again whenever files change, until Ctrl+C')
  .addOption(
    new Option('--stdin-filename <path>', 'read standard input in the place of this file of a project').conflicts([
      'fix',
      'watch',
    ]),
  )
  .addHelpText(
    'after',
    exitCodes(
      'no errors; without --strict there may be warnings',
      'errors, or with --strict warnings; with --fix: a file could not be written',
    ),
  )
  .action(checkCommand);

program
  .command('explain')
  .description('tell what a check means, with a wrong and a right example; without a code, list all')
  .argument('[code]', 'code of a finding, such as trace/no-work')
  .addHelpText('after', exitCodes('the check is explained', undefined, 'a code that does not exist'))
  .action(explainCommand);

program
  .command('init')
  .description('begin a project from a template')
  .argument('[folder]', 'folder to write into, which may be new', '.')
  .addOption(
    new Option(
      '--template <name>',
      Object.entries(TEMPLATES)
        .map(([name, { about }]) => `${name}: ${about.en}`)
        .join('; '),
    )
      .choices(Object.keys(TEMPLATES))
      .default('minimal'),
  )
  .option('--start <date>', 'day on which the project begins; the next Monday, if none is given')
  .addOption(
    new Option('--language <tongue>', 'tongue of the files')
      .choices(['en', 'zh'])
      .default(tongueOfEnvironment(), 'from LANG'),
  )
  .addHelpText('after', exitCodes('the files are written', undefined, 'a file that is there already'))
  .action(initCommand);

program
  .command('trace')
  .description('print the threads of an item: who asked for it, and what came of it')
  .argument('<id>', 'id of the item')
  .argument('[path]', 'project folder', '.')
  .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
  .addOption(language())
  .addHelpText('after', exitCodes('the threads are printed', undefined, 'an id that no item has'))
  .action(traceCommand);

program
  .command('coverage')
  .description('print what is covered, down to evidence that passed, and what is missing')
  .argument('[path...]', `${PATHS}; the current folder, if none is named`)
  .option('--kind <kind...>', 'kinds to list and to measure; requirements, if none is named')
  .option('--all', 'list all that is not covered, of every kind unless --kind names some')
  .addOption(new Option('--min <percent>', 'exit 1 if less is covered').argParser(percentage))
  .addOption(new Option('--format <format>', 'how to print').choices(['text', 'json']).default('text'))
  .addOption(language())
  .addHelpText(
    'after',
    exitCodes('the coverage is printed', 'less is covered than --min asks for', 'a kind that does not exist'),
  )
  .action(coverageCommand);

program
  .command('schedule')
  .description('print the computed dates of phases, tasks and milestones, or answer a question about them')
  .argument('[path]', 'project folder', '.')
  .addOption(new Option('--format <format>', 'how to print').choices(['table', 'json', 'csv']).default('table'))
  .option('--people', 'print what is asked of each person, and where it is too much')
  .option('--why <id>', 'print why the item is when it is: the chain of what drives it')
  .option('--critical-to <id>', 'print the critical path to the item, such as a milestone')
  .option('--shorten <id>', 'print the fewest tasks that, if shortened, bring the item to its end in time')
  .option('--by <what>', 'with --people: day or week; with --shorten: the last day instead of its due date')
  .option('--forecast', 'print when milestones are likely to be reached, by estimates of three points and risks')
  .addOption(
    new Option('--runs <count>', 'with --forecast: how often the plan is run (1000)').argParser(
      wholeNumber(1, 1_000_000),
    ),
  )
  .addOption(
    new Option('--seed <number>', 'with --forecast: the same seed gives the same forecast (1)').argParser(
      wholeNumber(0, 4_294_967_295),
    ),
  )
  .addOption(language())
  .addHelpText('after', exitCodes('the dates are printed', undefined, 'an id that no item has'))
  .action(scheduleCommand);

program
  .command('format')
  .description('write files in their canonical form; only blanks and spellings change')
  .argument('[path...]', `${PATHS}, or - for standard input; the current folder, if none is named`)
  .option('--check', 'change nothing, but list the files that are not formatted and exit 1 if there are any')
  .option('--stdin-filename <path>', 'read standard input, and call it by this name in messages')
  .addOption(language())
  .addHelpText(
    'after',
    exitCodes('all files are formatted now', 'a file was left alone, or with --check: is not formatted'),
  )
  .action(formatCommand);

program
  .command('translate')
  .description('write the keywords of files in English or Chinese; ids, titles, texts and comments stay')
  .argument('[path...]', `${PATHS}, or - for standard input; the current folder, if none is named`)
  .addOption(new Option('--to <tongue>', 'tongue of the keywords').choices(['en', 'zh']).makeOptionMandatory())
  .addOption(language())
  .addHelpText('after', exitCodes('all files are translated now', 'a file was left alone'))
  .action(translateCommand);

program
  .command('export')
  .description('print the whole model of a project, see schemas/model.schema.json')
  .argument('[path]', 'project folder', '.')
  .addOption(new Option('--to <format>', 'format to export to').choices(['json']).default('json'))
  .addOption(language())
  .addHelpText('after', exitCodes('the model is printed'))
  .action(exportCommand);

program
  .command('timeline')
  .description('print the timeline of a project: one picture, or one page to explore')
  .argument('[path]', 'project folder', '.')
  .addOption(new Option('--to <format>', 'format to draw in').choices(['svg', 'html']).default('svg'))
  .addOption(language())
  .addHelpText('after', exitCodes('the timeline is printed'))
  .action(timelineCommand);

program
  .command('lsp')
  .description('run the language server')
  .option('--stdio', 'talk over standard input and output (the only way)')
  .action(async () => {
    // The server reads its transport from the command line itself.
    if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
    await import('../lsp/node');
  });

// Whoever reads our output may have read enough: `delivery check | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

let tongue = tongueOfEnvironment();
program.hook('preAction', (_, command) => {
  tongue = command.opts<{ language?: Tongue }>().language ?? tongue;
});
void program.parseAsync().catch((error: unknown) => {
  const message =
    error instanceof WrongUse ? error.text[tongue] : error instanceof Error ? error.message : String(error);
  process.stderr.write(`delivery: ${message}\n`);
  process.exitCode = 2;
});

function tongueOfEnvironment(): Tongue {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return (LC_ALL ?? LC_MESSAGES ?? LANG ?? '').toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
