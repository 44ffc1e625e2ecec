import { github } from './github';
import { json } from './json';
import { junit } from './junit';
import type { Reporter } from './report';
import { sarif } from './sarif';
import { text } from './text';

/** The formats in which `delivery check` prints, by name. */
export const REPORTERS = { text, json, sarif, github, junit } as const satisfies Readonly<Record<string, Reporter>>;

export type ReportFormat = keyof typeof REPORTERS;
