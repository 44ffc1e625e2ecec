// Makes server/src/schedule/regions/holidays.json: the public holidays that `region` in a calendar stands for.
// Usage: node scripts/holidays.mjs
// China is as the State Council announced it, with make-up days (from chinese-days, whose tables end with the last year
// announced); the United States has the federal holidays and the days on which they are observed, Germany those that are
// holidays in all its states (both by rule, from date-holidays). A holiday without a name here stops the script.
import Holidays from 'date-holidays';
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = 'server/src/schedule/regions/holidays.json';
const FIRST_YEAR = 2016;
const chineseDays = JSON.parse(readFileSync('node_modules/chinese-days/dist/chinese-days.json', 'utf8'));
/** Up to when holidays that follow from a rule are written out. */
const LAST_YEAR_BY_RULE = 2040;

/** Names by what the source calls the holiday: our key, English, Chinese. */
const CHINA = {
  元旦: ['new-year', 'New Year’s Day', '元旦'],
  春节: ['spring-festival', 'Spring Festival', '春节'],
  清明: ['qingming', 'Qingming Festival', '清明节'],
  劳动节: ['labour-day', 'Labour Day', '劳动节'],
  端午: ['dragon-boat', 'Dragon Boat Festival', '端午节'],
  中秋: ['mid-autumn', 'Mid-Autumn Festival', '中秋节'],
  国庆节: ['national-day', 'National Day', '国庆节'],
};
const UNITED_STATES = {
  "New Year's Day": ['new-year', 'New Year’s Day', '元旦'],
  'Martin Luther King Jr. Day': ['martin-luther-king', 'Martin Luther King Jr. Day', '马丁·路德·金纪念日'],
  "Washington's Birthday": ['washingtons-birthday', 'Washington’s Birthday', '华盛顿诞辰日（总统日）'],
  'Memorial Day': ['memorial-day', 'Memorial Day', '阵亡将士纪念日'],
  Juneteenth: ['juneteenth', 'Juneteenth', '六月节'],
  'Independence Day': ['independence-day', 'Independence Day', '独立日'],
  'Labour Day': ['labor-day', 'Labor Day', '劳工节'],
  'Columbus Day': ['columbus-day', 'Columbus Day', '哥伦布日'],
  'Veterans Day': ['veterans-day', 'Veterans Day', '退伍军人节'],
  'Thanksgiving Day': ['thanksgiving', 'Thanksgiving Day', '感恩节'],
  'Christmas Day': ['christmas', 'Christmas Day', '圣诞节'],
};
const GERMANY = {
  "New Year's Day": ['new-year', 'New Year’s Day', '元旦'],
  'Good Friday': ['good-friday', 'Good Friday', '耶稣受难日'],
  'Easter Monday': ['easter-monday', 'Easter Monday', '复活节星期一'],
  'Labour Day': ['labour-day', 'Labour Day', '劳动节'],
  'Ascension Day': ['ascension', 'Ascension Day', '耶稣升天节'],
  'Whit Monday': ['whit-monday', 'Whit Monday', '圣灵降临节星期一'],
  'National Holiday': ['german-unity', 'German Unity Day', '德国统一日'],
  'Reformation Day': ['reformation', 'Reformation Day', '宗教改革日'],
  'Christmas Day': ['christmas', 'Christmas Day', '圣诞节'],
  'Boxing Day': ['second-christmas', 'Second Day of Christmas', '圣诞节次日'],
};

const tables = {
  cn: china(),
  us: byRule('US', UNITED_STATES),
  de: byRule('DE', GERMANY),
};
writeFileSync(FILE, `${JSON.stringify(tables, null, 2)}\n`);

function china() {
  const last = Math.max(...Object.keys(chineseDays.holidays).map(yearOf));
  const days = (list) =>
    Object.entries(list)
      .filter(([date]) => yearOf(date) >= FIRST_YEAR)
      .map(([date, names]) => ({ date, key: entryOf(CHINA, names.split(',')[1], date)[0] }));
  return table(last, CHINA, days(chineseDays.holidays), days(chineseDays.workdays));
}

function byRule(country, names) {
  const calendar = new Holidays(country, { languages: ['en'] });
  const days = [];
  for (let year = FIRST_YEAR; year <= LAST_YEAR_BY_RULE; year++)
    for (const { date, name, type, substitute } of calendar.getHolidays(year)) {
      if (type !== 'public') continue;
      const [key] = entryOf(names, name.replace(/ \(substitute day\)$/, ''), date);
      days.push({ date: date.slice(0, 10), key: substitute ? `${key} observed` : key });
    }
  return table(LAST_YEAR_BY_RULE, names, days, []);
}

function entryOf(names, name, date) {
  if (!Object.hasOwn(names, name)) throw new Error(`${date} is “${name}”, which has no name here`);
  return names[name];
}

function table(last, names, holidays, workdays) {
  return {
    firstYear: FIRST_YEAR,
    lastYear: last,
    names: Object.fromEntries(Object.values(names).map(([key, en, zh]) => [key, { en, zh }])),
    holidays: stretches(holidays),
    workdays: stretches(workdays),
  };
}

/** "2026-02-15..2026-02-23 spring-festival": days in a row that have one name. */
function stretches(days) {
  const found = [];
  for (const { date, key } of [...days].sort((a, b) => (a.date < b.date ? -1 : 1))) {
    const last = found.at(-1);
    if (last?.key === key && dayAfter(last.to) === date) last.to = date;
    else found.push({ from: date, to: date, key });
  }
  return found.map(({ from, to, key }) => `${from === to ? from : `${from}..${to}`} ${key}`);
}

function yearOf(date) {
  return Number(date.slice(0, 4));
}

function dayAfter(date) {
  return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
}
