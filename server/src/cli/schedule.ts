import { whyOf } from '../ide/why';
import type { World } from '../ide/world';
import type { ScheduledItem } from '../schedule/fromModel';
import { formatMinute } from '../kinds/time';
import { readProjects } from './project';
import type { Tongue } from '../kinds/tongue';

/** `delivery schedule`: prints the computed dates as JSON. A field that cannot be computed is absent. */
export async function scheduleCommand(path: string, { language }: { readonly language: Tongue }): Promise<void> {
  const { worlds } = await readProjects([path]);
  const tasks = worlds.flatMap((world) => world.schedule.items.map((entry) => toJson(world, entry, language)));
  process.stdout.write(`${JSON.stringify({ tasks }, null, 2)}\n`);
}

function toJson({ schedule }: World, entry: ScheduledItem, tongue: Tongue): Record<string, unknown> {
  const { item, start, finish, totalSlack, freeSlack, critical } = entry;
  return {
    id: item.id,
    title: item.title,
    start: start === undefined ? undefined : formatMinute(start),
    finish: finish === undefined ? undefined : formatMinute(finish),
    totalSlackMinutes: totalSlack,
    freeSlackMinutes: freeSlack,
    critical: start === undefined ? undefined : critical,
    why: whyOf(schedule, entry, tongue),
  };
}
