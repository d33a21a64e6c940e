import { useEffect, useState } from "react";

import type { FreeStart } from "../booking/free-starts";
import type { DayBooking } from "./day-lanes";

/** Where a booking could go; `Unread` where that could not be asked. */
export type MoveTimes = readonly FreeStart[] | "Unread";

interface Read {
  /** Of which booking, at which time of it. */
  readonly of: string;
  readonly times: MoveTimes;
}

const keyOf = ({ id, startsAt }: DayBooking) => `${id}/${startsAt}`;

/**
 * Where the open booking could go: null where it cannot be moved, none while that is asked. A day holds the times of
 * those in conflict alone, `given`: of all the others its page would hold thousands.
 */
export function useMoveTimes(
  booking: DayBooking | undefined,
  given: readonly FreeStart[] | undefined,
) {
  const [read, setRead] = useState<Read | null>(null);
  const isMovable = booking?.can.includes("move") === true;
  const id = booking?.id;
  const of = booking && isMovable && !given ? keyOf(booking) : null;
  const isRead = read?.of === of;
  useEffect(() => {
    if (id === undefined || of === null || isRead) return;
    const abort = new AbortController();
    const ask = async () => {
      const times = await readMoveTimes(id, abort.signal);
      if (!abort.signal.aborted) setRead({ of, times });
    };
    void ask();
    return () => abort.abort();
  }, [id, of, isRead]);
  const times = isMovable ? (given ?? (isRead && read ? read.times : [])) : null;
  return {
    times,
    /** What was read of a booking before it opens; null asks anew. */
    keep: (booking: DayBooking | null, times: MoveTimes = []) =>
      setRead(booking && { of: keyOf(booking), times }),
  };
}

/** Asks to which times staff could move a booking now. */
export async function readMoveTimes(id: string, signal?: AbortSignal): Promise<MoveTimes> {
  try {
    const answer = await fetch(`/api/v1/bookings/${id}/move`, signal ? { signal } : {});
    if (!answer.ok) return "Unread";
    return ((await answer.json()) as { data: { items: readonly FreeStart[] } }).data.items;
  } catch {
    return "Unread";
  }
}
