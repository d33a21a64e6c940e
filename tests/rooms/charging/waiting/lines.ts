import { asc, eq, sql } from "drizzle-orm";

import { outboxEvents } from "@/db/schema/outbox";
import { waiting } from "@/db/schema/waiting";
import { joinWaiting, readWaiting, serveWaiting } from "@/lib/charging/waiting";
import { JoinWaiting } from "@/lib/charging/waiting/schema";
import type { UserActor } from "@/lib/core/actor";

import { at, type Setting } from "../bookings/setting";

/** Puts an owner in line for `[from, to)` in hours after the start. */
export const wait = (
  s: Setting,
  owner: UserActor,
  [from, to]: readonly [number, number],
  { stationId = s.stationId, ...ask }: { stationId?: string; standard?: string } = {},
) =>
  joinWaiting(s.as(owner), {
    stationId,
    ...JoinWaiting.parse({
      startsAt: at(from).toISOString(),
      endsAt: at(to).toISOString(),
      ...ask,
    }),
  });

/** What the worker does every two seconds. */
export const serve = (s: Setting) => serveWaiting(s.job("waiting"));

/** What became of an entry. */
export async function entryOf(s: Setting, id: string) {
  const [row] = await s.db.select().from(waiting).where(eq(waiting.id, id));
  if (!row) throw new Error("There is no such entry.");
  return row;
}

/** The owner's own list: status and rank. */
export const own = async (s: Setting, owner: UserActor) =>
  (await readWaiting(s.as(owner), {})).map(({ status, rank }) => [status, rank]);

/** The events about an entry, in order. */
export async function eventsOf(s: Setting, id: string): Promise<string[]> {
  const rows = await s.db
    .select()
    .from(outboxEvents)
    .where(sql`${outboxEvents.payload} ->> 'waitingId' = ${id}`)
    .orderBy(asc(outboxEvents.id));
  return rows.map(({ type }) => type);
}
