import { sql } from "drizzle-orm";

import { serveWaiting } from "@/lib/charging/waiting";
import type { Db } from "@/lib/core/context";
import { jobActor } from "@/lib/core/job-actor";
import { makeContext } from "@/lib/process/wiring";

import { testConfig } from "../support/world";
import { openAlways } from "./always-open";
import type { Round, Shot } from "./load";

/** Places of a station at which few have room. */
export const contestedPlaces = 10;

/**
 * What servers of this bench are started with besides: one place an hour is held for whom comes too late, so that a
 * second that hour is refused without.
 */
export const oneHoldAnHour = { ALTERNATIVES_PER_HOUR: "1" } as const;

/** Of several, so that not all who come too late at once want the same place next. */
const lateStationCount = 16;

/** A slot that is full at several stations, and who comes too late for it. */
export interface LateWorld {
  /** The bookings that fill it, to be sent once before any other of this world. */
  fill(): Shot[];
  /** So many more by as many owners. */
  late(count: number): Shot[];
  /**
   * Ends what is held, by the job that does. Whose place was held long ago may have another held; else nobody may,
   * where one an hour is held (`oneHoldAnHour`).
   */
  endHolds(options: { readonly isLongAgo: boolean }): Promise<void>;
}

/** Whether a place is held by this answer. */
const isHeld = (answer: string) => answer.includes('"offerId"');

/** The times of a round's answers that held a place, or of those that did not, in milliseconds. */
export const tookWhere = ({ answers, tookEach }: Round, held: boolean): number[] =>
  tookEach.filter((_, at) => isHeld(answers[at] ?? "") === held);

export async function openLateStations(db: Db, businessId: string): Promise<string[]> {
  const made: string[] = [];
  while (made.length < lateStationCount) {
    made.push(await openAlways(db, businessId, { connectors: contestedPlaces }));
  }
  return made;
}

/** `shot`: a request of the slot at this station by the owner of this number. */
export function makeLateWorld(
  db: Db,
  stationIds: readonly string[],
  shot: (owner: number, stationId: string) => Shot,
): LateWorld {
  const first = stationIds.length * contestedPlaces;
  const some = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) =>
      shot(from + index, stationIds[index % stationIds.length] ?? ""),
    );
  return {
    fill: () => some(0, first),
    late: (count) => some(first, count),
    endHolds: async ({ isLongAgo }) => {
      await db.execute(sql`
        update waiting set offer_ends_at = now() - interval '1 second' where status = 'Offered'`);
      const ctx = makeContext({ db, actor: jobActor("waiting"), config: testConfig });
      // As several workers do it.
      await Promise.all(Array.from({ length: 4 }, () => serveWaiting(ctx)));
      if (!isLongAgo) return;
      await db.execute(sql`update waiting set created_at = created_at - interval '2 hours'`);
    },
  };
}
