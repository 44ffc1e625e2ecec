import type bundle from '../l10n/bundle.l10n.zh-cn.json';
import type { PlanMinute } from '../../server/src/ide/timeline/types';

/** A message in English; only messages that have a translation type-check. */
export type Message = keyof typeof bundle;

/** Everything that depends on the reader's language. Dates are plan minutes and know no time zone. */
export interface Texts {
  /** BCP 47 tag. */
  readonly locale: string;
  readonly t: (message: Message, ...values: readonly (string | number)[]) => string;
  /** Formats a plan minute with `Intl` options, which are cached by identity: pass constants. */
  readonly format: (minute: PlanMinute, options: Intl.DateTimeFormatOptions) => string;
  /** "5 Jan 2026". */
  readonly date: (minute: PlanMinute) => string;
  /** The date of an end: midnight belongs to the day that it closes. */
  readonly endDate: (minute: PlanMinute) => string;
  /** "Mon, 5 Jan 2026, 09:00". */
  readonly dateTime: (minute: PlanMinute) => string;
  /** As `dateTime`, with midnight as 24:00 of the day that it closes. */
  readonly endDateTime: (minute: PlanMinute) => string;
  readonly percent: (share: number) => string;
  /** "2.5" */
  readonly number: (value: number) => string;
  /** "T-1, T-2"; "T-1、T-2" */
  readonly list: (parts: readonly string[]) => string;
}

const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
const moment: Intl.DateTimeFormatOptions = {
  weekday: 'short',
  ...day,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};
const minutesPerDay = 1440;

/** An unknown locale falls back to English; a message without translation to its English. */
export function createTexts(locale: string, strings: Readonly<Record<string, string>>): Texts {
  const language = isLocale(locale) ? locale : 'en';
  const formats = new Map<Intl.DateTimeFormatOptions, (minute: PlanMinute) => string>();
  const format = (minute: PlanMinute, options: Intl.DateTimeFormatOptions): string => {
    const known =
      formats.get(options) ?? remembering(new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }));
    formats.set(options, known);
    return known(minute);
  };
  const numberFormat = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const percentFormat = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  return {
    locale: language,
    t: (message, ...values) =>
      (strings[message] ?? message).replace(/\{(\d+)\}/g, (_, index: string) => String(values[Number(index)] ?? '')),
    format,
    date: (minute) => format(minute, day),
    endDate: (minute) => format(isMidnight(minute) ? minute - 1 : minute, day),
    dateTime: (minute) => format(minute, moment),
    endDateTime: (minute) =>
      isMidnight(minute) ? format(minute - 1, moment).replace('23:59', '24:00') : format(minute, moment),
    number: (value) => numberFormat.format(value),
    list: (parts) => parts.join(/^(zh|ja)/i.test(language) ? '、' : ', '),
    percent: (share) => percentFormat.format(share),
  };
}

/** Plans have many bars and few days, and formatting a date takes longer than drawing its bar. */
const mostRemembered = 5_000;

function remembering(format: Intl.DateTimeFormat): (minute: PlanMinute) => string {
  const known = new Map<PlanMinute, string>();
  return (minute) => {
    const text = known.get(minute) ?? format.format(minute * 60_000);
    if (known.size >= mostRemembered) known.clear();
    known.set(minute, text);
    return text;
  };
}

const isMidnight = (minute: PlanMinute): boolean => minute % minutesPerDay === 0;

function isLocale(locale: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale).length > 0;
  } catch {
    return false;
  }
}
