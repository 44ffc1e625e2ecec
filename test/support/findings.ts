/** Compares what the checks find in a spec with its markers. */
import assert from 'node:assert/strict';
import type { Finding } from '../../server/src/checks/check';
import type { Model, Place } from '../../server/src/model/model';
import { rangeOf } from '../../server/src/model/range';
import { proveRepairs } from './repairs';
import { annotate, type Marker } from './spec';
import { fixture, ROOT } from './world';
import { parseDay } from '../../server/src/kinds/time';
import type { Text, Tongue } from '../../server/src/kinds/tongue';

interface Options {
  /** Tongue of the messages in the markers; English if not given. */
  readonly tongue?: Tongue;
  /** Codes or families whose findings are looked at, such as "trace/no-origin" or "syntax"; all if not given. */
  readonly only?: readonly string[];
  /** "2026-06-30"; without it, nobody knows the day. */
  readonly today?: string;
}

/**
 * Every finding of the spec must be marked, and every marker must be met; otherwise the test fails with both, annotated. All
 * repairs that are offered must mend.
 */
export function check(source: string, { tongue = 'en', only, today }: Options = {}): void {
  const { spec, world } = fixture(source, today === undefined ? undefined : parseDay(today));
  const wanted = world.findings.filter(
    ({ code }) => !only || only.includes(code) || only.includes(code.split('/')[0]!),
  );
  const withRelated = spec.files.some(({ markers }) => markers.some(({ code }) => code === 'related'));
  const found = wanted.flatMap((finding) => markersOf(world.model, finding, tongue, withRelated));
  const expected = spec.files.map(({ path, text, markers }) => `//- ${path}\n${annotate(text, markers)}`);
  const actual = spec.files.map(({ path, text, markers }) => {
    const here = found.filter((marker) => marker.path === path);
    return `//- ${path}\n${annotate(
      text,
      here.map((marker) => shortened(marker, markers)),
    )}`;
  });
  assert.equal(actual.join('\n'), expected.join('\n'), 'the findings differ from the markers');
  proveRepairs(world);
}

type Placed = Marker & { readonly path: string };

function markersOf(model: Model, { place, code, message, related }: Finding, tongue: Tongue, all: boolean): Placed[] {
  const marker = (at: Place, as: string, text: Text): Placed => ({
    ...spanOf(model, at),
    code: as,
    message: text[tongue],
  });
  const others = all ? related().map((other) => marker(other.place, 'related', other.message)) : [];
  return [marker(place, code, message), ...others];
}

function spanOf(model: Model, place: Place): Omit<Placed, 'code' | 'message'> {
  const { uri, start, end } = rangeOf(model, place);
  const text = model.files[place.file]?.document.text ?? model.config?.text ?? '';
  const line = text.split('\n')[start.line] ?? '';
  return {
    path: uri.slice(ROOT.length + 1),
    line: start.line,
    start: start.character,
    end: end.line === start.line ? end.character : line.length,
  };
}

/** With the message that the marker asks for, if the finding's message holds it: then the two are equal. */
function shortened(found: Placed, markers: readonly Marker[]): Marker {
  const match = markers.find(
    (marker) =>
      marker.line === found.line &&
      marker.start === found.start &&
      marker.end === found.end &&
      marker.code === found.code &&
      found.message.includes(marker.message),
  );
  return match ?? found;
}
