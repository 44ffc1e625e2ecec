import assert from 'node:assert/strict';
import type { Finding } from '../../server/src/checks/check';
import type { World } from '../../server/src/ide/world';
import type { Workspace } from '../../server/src/lsp/workspace';
import { coverageOf } from '../../server/src/model/coverage';
import { CONFIG_FILE, type Place } from '../../server/src/model/model';
import { rangeOf } from '../../server/src/model/range';
import { Edits } from './edits';
import { runs, seed } from './random';
import { Simulation } from './workspaceSimulation';

/** Number of changes over all workspaces. */
const changes = runs(1500);

/** A workspace begins anew now and then, or it would soon be nothing but junk. */
const CHANGES_IN_A_ROW = 50;

/** All that a workspace says, by project. What a broken configuration meant before it broke is known only to who saw it. */
const saidBy = (workspace: Workspace): readonly object[] =>
  [...workspace.worlds()]
    .filter(({ model }) => model.config?.config.isTableWhole !== false)
    .sort((a, b) => (a.root < b.root ? -1 : 1))
    .map(said);

function said({ root, model, findings }: World): object {
  const where = (place: Place): object => (place.file === CONFIG_FILE ? { ...place } : rangeOf(model, place));
  const coverage = coverageOf(model);
  return {
    root,
    files: model.files.map(({ uri, document }) => [uri, document.text]),
    findings: findings.map(({ code, severity, tag, id, place, message, related, repairs }) => [
      [code, severity, tag, id, message.en, message.zh],
      where(place),
      related().map((other) => [where(other.place), other.message.en]),
      repairs(model).map(({ title, sure, edits }) => [
        title.en,
        sure,
        edits.map((edit) => [where(edit.place), edit.text]),
      ]),
    ]),
    uncovered: model.items.map(({ index }) => coverage.weakest(index, 2).map(({ item, kind }) => [item, kind])),
  };
}

/** What is found and where, as one text. */
const shown = ({ model }: World, { code, severity, tag, id, place, message }: Finding): string =>
  JSON.stringify([code, severity, tag, id, message, rangeOf(model, place)]);

describe(`workspace (seed ${seed}, ${changes} changes)`, () => {
  it('says after any changes what a fresh start says', async function () {
    this.timeout(0);
    const random = new Edits(seed);
    for (let done = 0; done < changes;) {
      const simulation = new Simulation(random);
      for (let row = 0; row < CHANGES_IN_A_ROW && done < changes; row++, done++) {
        simulation.change();
        if (random.below(3) > 0) continue; // several changes may come before anybody looks
        await simulation.settle();
        const fresh = saidBy(await simulation.fresh());
        assert.deepEqual(saidBy(simulation.workspace), fresh, `change ${done}:\n${simulation.log.join('\n')}`);
      }
    }
  });

  it('says of open files, before the others are read, nothing that it does not say behind that', async function () {
    this.timeout(0);
    const random = new Edits(seed);
    let said = 0;
    for (let done = 0; done < changes;) {
      const simulation = new Simulation(random);
      for (let row = 0; row < CHANGES_IN_A_ROW && done < changes; row++, done++) {
        simulation.change();
        if (random.below(3) > 0) continue;
        await simulation.settle();
        const { workspace, log } = simulation;
        const behind = new Set(
          workspace
            .worlds()
            .flatMap((world) =>
              world.findings.filter(({ place }) => place.file !== CONFIG_FILE).map((finding) => shown(world, finding)),
            ),
        );
        for (const world of workspace.worldsOfOpen())
          for (const finding of world.formFindings) {
            said++;
            const early = shown(world, finding);
            assert.ok(behind.has(early), `change ${done}: ${early}\n${log.join('\n')}`);
          }
      }
    }
    assert.ok(said > 0);
  });
});
