import type { ShownSlot } from "./slot-days";

/** The slots from `startsAt` on that follow each other without a gap and have a place left, at most `most`. */
export function freeRun(
  slots: readonly ShownSlot[],
  startsAt: string,
  most: number,
): readonly ShownSlot[] {
  const start = Date.parse(startsAt);
  const from = slots.findIndex((slot) => Date.parse(slot.startsAt) === start);
  if (from < 0) return [];
  const run: ShownSlot[] = [];
  for (const slot of slots.slice(from, from + most)) {
    const last = run.at(-1);
    if (slot.remaining < 1 || (last && last.endsAt !== slot.startsAt)) break;
    run.push(slot);
  }
  return run;
}
