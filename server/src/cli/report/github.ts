import type { Severity } from '../../checks/check';
import { printed, type Reporter } from './report';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/**
 * Workflow commands of GitHub Actions, which shows them at the lines of a pull request; places count from 1.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions#setting-an-error-message
 */
export const github: Reporter = function* ({ shown, tongue }) {
  for (const each of shown) {
    const { code, severity, file, range, message } = printed(each, tongue);
    const properties = {
      file: file.replaceAll('\\', '/'),
      line: range.start.line + 1,
      endLine: range.end.line + 1,
      // Columns are only understood within one line.
      ...(range.start.line === range.end.line
        ? { col: range.start.character + 1, endColumn: range.end.character + 1 }
        : {}),
      title: code,
    };
    const listed = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
    yield `::${COMMANDS[severity]} ${listed.join(',')}::${escapeData(message)}\n`;
  }
};

/** As the toolkit of GitHub Actions escapes them. */
const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
