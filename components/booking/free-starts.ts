/** A slot as far as a move needs to know it. */
interface OpenSlot {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly remaining: number;
}

/** A time to which something may be moved. */
export interface FreeStart {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Every run of contiguous slots with places left that is exactly so many minutes long, soonest first. */
export function freeStarts(slots: readonly OpenSlot[], minutes: number): FreeStart[] {
  return slots.flatMap((first, index) => {
    const end = Date.parse(first.startsAt) + minutes * 60_000;
    let reached = first.startsAt;
    for (const slot of slots.slice(index)) {
      if (slot.startsAt !== reached || slot.remaining < 1) return [];
      reached = slot.endsAt;
      if (Date.parse(reached) === end) return [{ startsAt: first.startsAt, endsAt: reached }];
      if (Date.parse(reached) > end) return [];
    }
    return [];
  });
}

/** The free time that begins nearest to an instant. */
export function nearestStart(starts: readonly FreeStart[], at: number): FreeStart | undefined {
  const distance = ({ startsAt }: FreeStart) => Math.abs(Date.parse(startsAt) - at);
  return starts.toSorted((one, other) => distance(one) - distance(other))[0];
}
