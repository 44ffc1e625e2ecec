import type { World } from './world';

/** What people call the project; the name of its folder, when it has no title or id. */
export const projectTitle = ({ schedule: { project }, root }: Pick<World, 'schedule' | 'root'>): string =>
  (project?.title || project?.id) ?? decodeURIComponent(root.slice(root.lastIndexOf('/') + 1));
