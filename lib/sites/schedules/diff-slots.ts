import type { Slot } from "./rules";

/** Slots of one station as they are stored, field by field, so that hundreds of thousands are compared quickly. */
export interface StoredSlots {
  /** Milliseconds since 1970. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly capacities: readonly number[];
  readonly held: readonly number[];
}

export const noSlots: StoredSlots = { starts: [], ends: [], capacities: [], held: [] };

/** What must be written for a station's slots to be as wanted. */
export interface SlotChanges {
  readonly added: Slot[];
  /** Same start, but another length, so that other bookings may count. */
  readonly resized: Slot[];
  /** Same time, another capacity or number of connectors held. */
  readonly changed: Slot[];
  /** Starts of slots that are not wanted any more. */
  readonly removed: Date[];
}

/** Compares stored slots with wanted ones by their start; empty lists when they are the same. */
export function diffSlots(stored: StoredSlots, wanted: readonly Slot[]): SlotChanges {
  const changes: SlotChanges = { added: [], resized: [], changed: [], removed: [] };
  const indexes = new Map(stored.starts.map((start, index) => [start, index]));
  for (const slot of wanted) {
    const start = slot.startsAt.getTime();
    const index = indexes.get(start);
    indexes.delete(start);
    if (index === undefined) changes.added.push(slot);
    else if (stored.ends[index] !== slot.endsAt.getTime()) changes.resized.push(slot);
    else if (stored.capacities[index] !== slot.capacity || stored.held[index] !== slot.held) {
      changes.changed.push(slot);
    }
  }
  for (const start of indexes.keys()) changes.removed.push(new Date(start));
  return changes;
}

/** How many slots a change writes. */
export function countChanges({ added, resized, changed, removed }: SlotChanges): number {
  return added.length + resized.length + changed.length + removed.length;
}
