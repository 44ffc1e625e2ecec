import type { Location, Log, ReportingDescriptor, Result } from 'sarif';
import { version } from '../../../../package.json';
import type { Severity } from '../../checks/check';
import { printed, type PrintedFinding, type PrintedPlace, type Reporter } from './report';

const LEVELS: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/**
 * A log of the Static Analysis Results Interchange Format 2.1.0 (OASIS), which GitHub, GitLab and Azure DevOps read. Paths are
 * relative to the folder in which the command runs: the root of the repository, in CI. Lines and columns count from 1.
 */
export const sarif: Reporter = ({ shown, tongue }) => {
  const findings = shown.map((each) => printed(each, tongue));
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Delivery Spec', version, rules: codes.map((id): ReportingDescriptor => ({ id })) } },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => resultOf(finding, codes.indexOf(finding.code))),
      },
    ],
  };
  return [`${JSON.stringify(log, null, 2)}\n`];
};

const resultOf = ({ code, severity, message, related, ...place }: PrintedFinding, ruleIndex: number): Result => ({
  ruleId: code,
  ruleIndex,
  level: LEVELS[severity],
  message: { text: message },
  locations: [locationOf(place)],
  ...(related.length > 0
    ? { relatedLocations: related.map((other, id) => ({ id, ...locationOf(other), message: { text: other.message } })) }
    : {}),
});

const locationOf = ({ file, range: { start, end } }: PrintedPlace): Location => ({
  physicalLocation: {
    artifactLocation: { uri: file.split(/[\\/]/).map(encodeURIComponent).join('/') },
    region: {
      startLine: start.line + 1,
      startColumn: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
    },
  },
});
