/** What the schedule keeps between revisions must not show: after any edits it is the schedule of a fresh read. */
import assert from 'node:assert/strict';
import { builtInTable } from '../../server/src/kinds/table';
import { SourceDocument } from '../../server/src/language/document';
import { buildModel, type Model } from '../../server/src/model/model';
import { overAllocated } from '../../server/src/checks/plan/overAllocated';
import { onLeave } from '../../server/src/checks/plan/onLeave';
import { overfull } from '../../server/src/checks/join/overfull';
import { bookingsByPerson } from '../../server/src/schedule/analysis/bookings';
import { overAllocations } from '../../server/src/schedule/analysis/overAllocation';
import { scheduleModel, type ModelSchedule } from '../../server/src/schedule/fromModel';
import { applyEdit, Edits, type Edit } from './edits';
import { runs, seed } from './random';

const CALENDARS = `project p "P" { period: 2026-01-05.., status-date: 2026-01-07, calendar: cn, day-length: 8h, schedule: levelled }
calendar cn "China" { region: CN, holidays: 2026-01-09 "Team day" }
calendar six "Six days" { base: cn, week: mon..sat, workdays: 2026-01-11 }
calendar de "Germany" { region: DE, hours: 09:00..12:00, 13:00..17:30 }
`;
const PEOPLE = `person lin "Lin" { calendar: six, leave: 2026-01-12..2026-01-14 "Leave" }
person wang "Wang" { team: core }
team core "Core" { person chen "Chen" { leave: 2026-02-02.. } }
`;
const TASKS = `phase A "a" {
  task T-1 "one" { effort: 5d, assign: lin 50%, core }
  task T-2 "two" { duration: 3d, after: T-1 SS + 1d, calendar: six, assign: lin, wang 50%, priority: 700 }
  milestone M-1 "m" { after: T-2, due: 2026-02-03 }
}
task T-3 "three" { effort: 8d, assign: core, after: A, progress: 20% }
task T-4 "four" { duration: 2ed, after: T-3 + 50%, start: >= 2026-02-10 }
task T-5 "five" { duration: 1d, schedule: late, calendar: de }
`;
const FILES = [CALENDARS, PEOPLE, TASKS];

/** Words that mean something in the place of others that do. */
const SWAPS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\b[1-9]d\b/g, ['1d', '4d', '2ed', '-3d', '1w', '400d']],
  [/\d{4}-\d\d-\d\d/g, ['2026-01-06', '2025-12-29', '2026-04-03', '2031-01-01']],
  [/\b(?:T-\d|A|M-1)\b/g, ['T-1', 'T-3', 'T-5', 'A', 'M-1', 'T-99']],
  [/\b(?:lin|wang|chen|core)\b/g, ['lin', 'wang', 'chen', 'core', 'nobody']],
  [/\b(?:cn|six|de)\b/g, ['cn', 'six', 'de', 'none']],
  [/\b(?:CN|DE)\b/g, ['CN', 'US', 'DE']],
  [/\b(?:effort|duration)\b/g, ['effort', 'duration']],
  [/\b(?:levelled|early)\b/g, ['levelled', 'early']],
  [/\b[79]00\b/g, ['700', '900', '100']],
];

/** An edit that leaves a plan, or any edit at all. */
function nextEdit(edits: Edits, text: string): Edit {
  if (edits.below(3) === 0) return edits.next(text);
  const [pattern, words] = SWAPS[edits.below(SWAPS.length)]!;
  const places = [...text.matchAll(pattern)];
  const place = places[edits.below(places.length)];
  if (!place) return edits.next(text);
  const inserted = words[edits.below(words.length)]!;
  return { start: place.index, end: place.index + place[0].length, inserted };
}

const modelOf = (documents: readonly SourceDocument[]): Model =>
  buildModel(
    documents.map((document, file) => ({ uri: `file:///plan/${file}.delivery`, document })),
    builtInTable,
  );

/** All that a schedule says, without the objects of the model. */
function saidBy(model: Model): string {
  const schedule = scheduleModel(model);
  const { plan, calendars, items } = schedule;
  const { network, ...columns } = plan;
  const names = items().map(({ index }) => {
    const calendar = network.spec.tasks[index]!.calendar;
    return [calendars.regionOf(calendar)?.name, calendars.exceptionName(calendar, 0)];
  });
  const loads = [[...bookingsByPerson(schedule)], overAllocations(schedule), placesOf(model, schedule)];
  return JSON.stringify([columns, network.spec, names, items().map(({ item, ...rest }) => [item.id, rest]), loads]);
}

/** Where the text says that somebody has too much to do. */
const placesOf = (model: Model, schedule: ModelSchedule): unknown =>
  [overAllocated, onLeave, overfull].map(({ find }) =>
    find(model, { today: undefined, schedule }).map(({ place, id, message, related }) => [
      place,
      id,
      message.en,
      (related?.() ?? []).map((other) => [other.place, other.message.en]),
    ]),
  );

const edited = runs(600);
const EDITS_IN_A_ROW = 30;

/** What takes an edit of a text back. */
const inverse = (text: string, { start, end, inserted }: Edit): Edit => ({
  start,
  end: start + inserted.length,
  inserted: text.slice(start, end),
});

describe(`schedule kept between revisions (seed ${seed}, ${edited} edits)`, () => {
  it('is that of a fresh read, after any edits in several files, some of them taken back', function () {
    this.timeout(0);
    const edits = new Edits(seed);
    for (let done = 0; done < edited;) {
      const texts = [...FILES];
      const documents = texts.map((text) => new SourceDocument(text));
      let taken: { readonly file: number; readonly edit: Edit } | undefined;
      for (let row = 0; row < EDITS_IN_A_ROW && done < edited; row++, done++) {
        const back = edits.below(3) === 0 ? taken : undefined;
        const file = back?.file ?? edits.below(texts.length);
        const edit = back?.edit ?? nextEdit(edits, texts[file]!);
        taken = { file, edit: inverse(texts[file]!, edit) };
        texts[file] = applyEdit(texts[file]!, edit);
        documents[file] = documents[file]!.edit(edit.start, edit.end, edit.inserted);
        const kept = saidBy(modelOf(documents));
        const fresh = saidBy(modelOf(texts.map((text) => new SourceDocument(text))));
        assert.equal(kept, fresh, `edit ${done}: ${JSON.stringify(edit)} in\n${texts.join('---\n')}`);
      }
    }
  });
});
