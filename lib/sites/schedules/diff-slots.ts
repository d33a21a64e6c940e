import type { Slot } from "./rules";

/** Slots of one station as they are stored, field by field, so that hundreds of thousands are compared quickly. */
export interface StoredSlots {
  /** Milliseconds since 1970. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly capacities: readonly number[];
  readonly held: readonly number[];
  readonly groups: readonly number[];
  readonly openPlaces: readonly string[];
  readonly uneven: readonly boolean[];
}

export const noSlots: StoredSlots = {
  starts: [],
  ends: [],
  capacities: [],
  held: [],
  groups: [],
  openPlaces: [],
  uneven: [],
};

/** The same with some more, which are not many. */
export function withSlots(stored: StoredSlots, slots: readonly Slot[]): StoredSlots {
  if (slots.length === 0) return stored;
  return {
    starts: [...stored.starts, ...slots.map(({ startsAt }) => startsAt.getTime())],
    ends: [...stored.ends, ...slots.map(({ endsAt }) => endsAt.getTime())],
    capacities: [...stored.capacities, ...slots.map(({ capacity }) => capacity)],
    held: [...stored.held, ...slots.map(({ held }) => held)],
    groups: [...stored.groups, ...slots.map(({ group }) => group)],
    openPlaces: [...stored.openPlaces, ...slots.map(({ openPlaces }) => openPlaces)],
    uneven: [...stored.uneven, ...slots.map(({ uneven }) => uneven)],
  };
}

/** What must be written for a station's slots to be as wanted. */
export interface SlotChanges {
  readonly added: Slot[];
  /** Same start, but another length, so that other bookings may count. */
  readonly resized: Slot[];
  /** Same time, other places open or held. */
  readonly changed: Slot[];
  /** The same for who books one of them, but for whether a count is a promise in several of them. */
  readonly marked: Slot[];
  /** Slots that are not wanted any more, by their group and start. */
  readonly removed: SlotKey[];
}

/** Which of a station's slots it is. */
export interface SlotKey {
  readonly group: number;
  readonly startsAt: Date;
}

/** Compares stored slots with wanted ones by their group and start; empty lists when they are the same. */
export function diffSlots(stored: StoredSlots, wanted: readonly Slot[]): SlotChanges {
  const changes: SlotChanges = { added: [], resized: [], changed: [], marked: [], removed: [] };
  const indexes = new Map(
    stored.starts.map((start, index) => [start * mostGroups + (stored.groups[index] ?? 0), index]),
  );
  for (const slot of wanted) {
    const key = slot.startsAt.getTime() * mostGroups + slot.group;
    const index = indexes.get(key);
    indexes.delete(key);
    if (index === undefined) changes.added.push(slot);
    else if (stored.ends[index] !== slot.endsAt.getTime()) changes.resized.push(slot);
    else if (!hasSamePlaces(stored, index, slot)) changes.changed.push(slot);
    else if (stored.uneven[index] !== slot.uneven) changes.marked.push(slot);
  }
  for (const index of indexes.values()) {
    const startsAt = new Date(stored.starts[index] ?? 0);
    changes.removed.push({ group: stored.groups[index] ?? 0, startsAt });
  }
  return changes;
}

/** For one number of start and group, which is looked up quickest: milliseconds have room for it until 2200. */
const mostGroups = 1_000;

const hasSamePlaces = (stored: StoredSlots, index: number, slot: Slot): boolean =>
  stored.capacities[index] === slot.capacity &&
  stored.held[index] === slot.held &&
  stored.openPlaces[index] === slot.openPlaces;

/** How many slots a change writes. */
export function countChanges({ added, resized, changed, marked, removed }: SlotChanges): number {
  return added.length + resized.length + changed.length + marked.length + removed.length;
}
