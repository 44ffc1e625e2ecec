import { commands, Location, Position, Range, Uri, type Disposable } from 'vscode';
import type { PlainRange } from './server';

type PlainPosition = PlainRange['start'];

interface PlainLocation {
  readonly uri: string;
  readonly range: PlainRange;
}

/** What a code lens runs: the editor's own command takes objects of its own only, which no server can send. */
export const registerShowReferences = (): Disposable =>
  commands.registerCommand(
    'delivery.showReferences',
    (uri: string, position: PlainPosition, locations: readonly PlainLocation[]) =>
      commands.executeCommand(
        'editor.action.showReferences',
        Uri.parse(uri),
        toPosition(position),
        locations.map(({ uri: target, range }) => new Location(Uri.parse(target), toRange(range))),
      ),
  );

const toPosition = ({ line, character }: PlainPosition): Position => new Position(line, character);

const toRange = ({ start, end }: PlainRange): Range => new Range(toPosition(start), toPosition(end));
