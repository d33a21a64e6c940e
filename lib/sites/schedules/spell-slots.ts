import type { Slot } from "./rules";

/**
 * All that a slot is but who holds it, in one text a station, as `findSpelled` has it of those that are stored: texts
 * are read and compared many times as fast as slots. By start, then by group: when each begins, its figures in one
 * number (`figuresOf`), its open places. Pure.
 */
export function spellSlots(slots: readonly Slot[]): string {
  const inOrder = ordered(slots);
  const starts = inOrder.map(({ startsAt }) => startsAt.getTime() / 1000);
  const places = inOrder.map(({ openPlaces }) => openPlaces);
  return `{${starts.join()}}{${inOrder.map(figuresOf).join()}}${places.join()}`;
}

/** Seconds, capacity, places on hold, group and whether it is uneven, none of which can run into the next: 53 bits. */
const figuresOf = ({ startsAt, endsAt, capacity, held, group, uneven }: Slot): number => {
  const seconds = (endsAt.getTime() - startsAt.getTime()) / 1000;
  return (((seconds * 1024 + capacity) * 1024 + held) * 32_768 + group) * 2 + Number(uneven);
};

/** Slots as they are built, group after group, by start; the groups' mostly begin alike. */
function ordered(slots: readonly Slot[]): readonly Slot[] {
  const groups = [...Map.groupBy(slots, ({ group }) => group)].toSorted(
    ([one], [other]) => one - other,
  );
  const [[, first] = [0, slots] as const, ...others] = groups;
  if (others.length === 0) return first;
  const lines = groups.map(([, own]) => own);
  const isAlike = lines.every(
    (own) =>
      own.length === first.length &&
      own.every(({ startsAt }, at) => startsAt.getTime() === first[at]?.startsAt.getTime()),
  );
  if (isAlike) return first.flatMap((_, at) => lines.flatMap((own) => own[at] ?? []));
  return slots.toSorted(
    (one, other) => one.startsAt.getTime() - other.startsAt.getTime() || one.group - other.group,
  );
}
