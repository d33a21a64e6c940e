/**
 * Whether a thing is the one that whoever changes it has read, by its `updatedAt`; null stands for none, and undefined
 * asks nothing. So that nobody writes over what they have not seen.
 */
export function isAsSeen(seen: Date | null | undefined, updatedAt: Date | null): boolean {
  return seen === undefined || seen?.getTime() === updatedAt?.getTime();
}

/** The instant of a change: now, and always after the one before, so that no two of a thing share theirs. */
export function nextUpdate(now: Date, before: Date | null): Date {
  return before && before >= now ? new Date(before.getTime() + 1) : now;
}
