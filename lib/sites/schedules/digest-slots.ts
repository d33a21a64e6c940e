import { createHash } from "node:crypto";

import type { Slot } from "./rules";

/**
 * All that a station's slots are but who holds them, in one digest, as `findDigests` has it of those that are stored:
 * digests are read and compared many times as fast as slots. By start, then by group: when each begins and ends, its
 * figures (`figuresOf`), its open places. Pure.
 */
export function digestOf(slots: readonly Slot[]): string {
  const inOrder = ordered(slots);
  const count = inOrder.length;
  const bytes = Buffer.alloc(count * 3 * wide);
  for (const [at, slot] of inOrder.entries()) {
    write(bytes, at, instantOf(slot.startsAt));
    write(bytes, count + at, instantOf(slot.endsAt));
    write(bytes, 2 * count + at, figuresOf(slot));
  }
  const places = inOrder.map(({ openPlaces }) => openPlaces).join();
  return createHash("sha256").update(bytes).update(places).digest("hex");
}

/** Bytes of a `bigint` and of a `timestamptz`, which PostgreSQL sends as microseconds since 2000. */
const wide = 8;
const since = Date.UTC(2000);
const instantOf = (at: Date) => (at.getTime() - since) * 1000;

/** As its `at`-th `bigint`, in halves: of BigInts there would be a thousand a station. */
function write(bytes: Buffer, at: number, value: number): void {
  bytes.writeUInt32BE(Math.floor(value / 2 ** 32), at * wide);
  bytes.writeUInt32BE(value % 2 ** 32, at * wide + wide / 2);
}

/** Capacity, places on hold, group and whether it is uneven, none of which can run into the next. */
const figuresOf = ({ capacity, held, group, uneven }: Slot): number =>
  ((capacity * 1024 + held) * 32_768 + group) * 2 + Number(uneven);

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
