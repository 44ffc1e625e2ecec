import { relative } from 'node:path';

/** A path as people in this folder would write it. */
export function displayPath(address: string): string {
  let path = displayed.get(address);
  if (path === undefined) displayed.set(address, (path = relative(process.cwd(), address) || '.'));
  return path;
}

/** By address, since each finding asks for the path of its file. */
const displayed = new Map<string, string>();
