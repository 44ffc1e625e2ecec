/** The `delivery` command: reads what stands on the command line. */
import { Command } from 'commander';
import { version } from '../../../package.json';
import type { Text, Tongue } from '../kinds/tongue';
import { COMMANDS } from './commands';
import { words } from './commands/command';
import { translateCommander } from './commands/commanderWords';
import { reasonOf } from './files';
import { tongueOfEnvironment } from './tongue';
import { WrongUse } from './wrongUse';

const program = new Command('delivery')
  .description(
    words('Delivery as text: checks and schedules .delivery specs.', '文本化交付：检查 .delivery 规约并推算日期。'),
  )
  .version(version, '-V, --version', words('print the version', '显示版本'))
  .helpOption('-h, --help', words('print this help', '显示帮助'))
  .helpCommand('help [command]', words('print the help of a command', '显示命令的帮助'))
  .addHelpText(
    'after',
    words(
      '\nStart with `delivery init my-project`, then `delivery check my-project`.\n`delivery help check` tells more about a command, with examples.',
      '\n先运行 `delivery init my-project`，再运行 `delivery check my-project`。\n`delivery help check` 显示某个命令的详细说明和示例。',
    ),
  );

for (const command of COMMANDS)
  program.addCommand(command().helpOption('-h, --help', words('print this help', '显示帮助')));
for (const each of [program, ...program.commands])
  translateCommander(each)
    .showHelpAfterError(words('(run with --help for the options)', '（用 --help 查看选项）'))
    .exitOverride((error) => {
      // commander exits 1 on wrong use; for us 1 means findings, and wrong use is 2.
      process.exit(error.exitCode === 0 ? 0 : 2);
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

/** Commander would answer `help chekc` with the help of all commands, without a word on what is wrong. */
function withoutHelpOfNothing([node = '', script = '', ...written]: readonly string[]): readonly string[] {
  const [first, name] = written;
  const isUnknown =
    first === 'help' && name && !/^-|^help$/.test(name) && !program.commands.some((command) => command.name() === name);
  return [node, script, ...(isUnknown ? [name] : written)];
}

// Also where VS Code runs it by Electron, which commander would take for an application with arguments of its own.
void program.parseAsync(withoutHelpOfNothing(process.argv), { from: 'node' }).catch((error: unknown) => {
  const text = error instanceof WrongUse ? error.text : unforeseen(error);
  process.stderr.write(`delivery: ${text[tongue]}\n`);
  process.exitCode = 2;
});

/** In the words of the system, or of a program that is wrong; those are what one can search for. */
function unforeseen(error: unknown): Text {
  const en = error instanceof Error ? error.message : String(error);
  const { zh } = reasonOf(error);
  return { en, zh: `意外错误：${zh === en ? en : `${zh}（${en}）`}` };
}
