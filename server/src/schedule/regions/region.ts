/** Public holidays by region: what `region` in a calendar stands for. */
import tables from './holidays.json';
import type { Text } from '../../kinds/tongue';
import { parseDay, type PlanDay } from '../../kinds/time';
import type { CalendarException, CalendarSpec } from '../calendar/calendarSpec';

/** The holidays and make-up days of a region, from its first to its last known day. */
export interface Region {
  /** "CN". */
  readonly name: string;
  readonly firstDay: PlanDay;
  /** Days after it are not known: a plan that goes beyond is computed as if there were no holidays. */
  readonly lastDay: PlanDay;
  /** Exceptions only; make-up days come last, so they beat holidays. */
  readonly spec: CalendarSpec;
  /** Names of the exceptions, by their index: "Qingming Festival", "清明节". */
  readonly names: readonly Text[];
}

interface RegionTable {
  readonly firstYear: number;
  readonly lastYear: number;
  readonly names: Readonly<Record<string, Text>>;
  readonly holidays: readonly string[];
  readonly workdays: readonly string[];
}

const regions = new Map<string, Region>();

/** The region of a key of the kind table (`cn`, `us`, `de`), always the same object; undefined if it has no table. */
export function regionOf(key: string): Region | undefined {
  const known = regions.get(key);
  if (known || !Object.hasOwn(tables, key)) return known;
  const region = readRegion(key, (tables as Readonly<Record<string, RegionTable>>)[key]!);
  regions.set(key, region);
  return region;
}

function readRegion(key: string, { firstYear, lastYear, names, holidays, workdays }: RegionTable): Region {
  const days = [
    ...holidays.map((text) => ({ ...stretchOf(text), hours: [] })),
    ...workdays.map((text) => ({ ...stretchOf(text), hours: 'usual' as const })),
  ];
  return {
    name: key.toUpperCase(),
    firstDay: parseDay(`${firstYear}-01-01`)!,
    lastDay: parseDay(`${lastYear}-12-31`)!,
    spec: { exceptions: days.map(({ from, to, hours }): CalendarException => ({ from, to, hours })) },
    names: days.map(({ name: [holiday = '', observed], hours }) => {
      if (hours === 'usual') return makeUpName(names[holiday]!);
      return observed ? observedName(names[holiday]!) : names[holiday]!;
    }),
  };
}

/** "2026-04-04..2026-04-06 qingming", "2026-07-03 independence-day observed". */
function stretchOf(text: string): { from: PlanDay; to: PlanDay; name: readonly string[] } {
  const [days = '', ...name] = text.split(' ');
  const [from = '', to = from] = days.split('..');
  return { from: parseDay(from)!, to: parseDay(to)!, name };
}

const makeUpName = ({ en, zh }: Text): Text => ({ en: `make-up day for ${en}`, zh: `${zh}调休上班` });

const observedName = ({ en, zh }: Text): Text => ({ en: `${en} (observed)`, zh: `${zh}（补假）` });
