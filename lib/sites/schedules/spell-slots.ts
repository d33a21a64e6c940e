import type { Slot } from "./rules";

/**
 * All that a slot is but who holds it, in one text a station, as `findSpelled` has it of those that are stored: texts
 * that are the same are compared many times as fast as slots. By group, then by start. Pure.
 */
export function spellSlots(slots: readonly Slot[]): string {
  const own = Map.groupBy(slots, ({ group }) => group);
  const groups = [...own].toSorted(([one], [other]) => one - other);
  const words: string[] = [];
  for (const [group, inOrder] of groups) {
    for (const { startsAt, endsAt, capacity, held, openPlaces, uneven } of inOrder) {
      const start = startsAt.getTime() / 1000;
      const length = endsAt.getTime() / 1000 - start;
      words.push(
        `${group} ${start} ${length} ${capacity} ${held} ${openPlaces}${uneven ? "u" : ""}`,
      );
    }
  }
  return words.join();
}
