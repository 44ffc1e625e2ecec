import type { Severity } from '../../checks/check';
import { projectTitle } from '../projectTitle';
import type { World } from '../world';
import type { ProjectStatus } from './types';

/** How a project stands: its name, and how much was found in it. */
export function projectStatus(world: World): ProjectStatus {
  const count = (...severities: readonly Severity[]): number =>
    world.findings.reduce((sum, { severity }) => sum + (severities.includes(severity) ? 1 : 0), 0);
  return {
    root: world.root,
    title: projectTitle(world),
    errors: count('error'),
    warnings: count('warning'),
    notes: count('information', 'hint'),
  };
}
