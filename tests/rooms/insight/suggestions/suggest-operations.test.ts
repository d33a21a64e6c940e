import { and, eq } from "drizzle-orm";
import { PostgresJsSession } from "drizzle-orm/postgres-js";
import { expect, it, vi } from "vitest";

import { connectors } from "@/db/schema/stations";
import type { UserActor } from "@/lib/core/actor";
import { suggestOperations } from "@/lib/insight/suggestions";

import { testDatabase } from "../../../support/database";
import { hours } from "../../../support/test-clock";
import { makeSlots, makeUser } from "../../../support/world";
import { addBooking, addSession, addStation, as, makePlace, now } from "../reports/setting";

const { db } = await testDatabase();

const place = await makePlace(db, "Albany");
const rival = await makePlace(db, "Rival");
const day = hours(24);
const at = (days: number, hour = 0) => new Date(now.getTime() + days * day + hours(hour));

// Of two places each, 08:00 to 12:00 of every day for four weeks and the one that comes.
for (let days = -28; days < 7; days += 1) {
  await makeSlots(db, place.stationId, at(days), 4, { capacity: 2 });
}
/** A booking of an hour, so many hours after 08:00. */
const book = (days: number, hour: number, status: Parameters<typeof addBooking>[3] = "Completed") =>
  addBooking(db, place, at(days, hour).toISOString(), status);

// Mondays at 09:00 are sold out three times, and once but for a cancellation.
for (const days of [-28, -21, -14]) {
  await book(days, 1);
  await book(days, 1, days === -14 ? "NoShow" : "Completed");
}
await book(-7, 1);
await book(-7, 1, "CanceledByOwner");
// Every day at 08:00 and 11:00 somebody comes.
for (let days = -28; days < 0; days += 1) {
  await book(days, 0);
  await book(days, 3);
}

const ask = (actor: UserActor, stationId?: string) =>
  suggestOperations(as(db, actor), { stationId });
const station = { id: place.stationId, name: "Albany One", timeZone: "America/New_York" };

it("tells hours that were sold out, by bookings that are over too", async () => {
  const { soldOut, version } = await ask(place.office);
  expect(version).toBe(1);
  expect(soldOut).toEqual([
    { station, weekday: "mon", from: "09:00", to: "10:00", weeks: 3, offeredWeeks: 4 },
  ]);
});

it("tells when work would hit fewest: one window of each, three of one", async () => {
  const { quietWindows } = await ask(place.office);
  expect(quietWindows).toEqual([
    {
      station,
      // A Tuesday, 09:00 to 11:00: nobody ever came.
      startsAt: at(1, 1).toISOString(),
      endsAt: at(1, 3).toISOString(),
      places: 2,
      booked: 0,
      usualShare: 0,
      weeks: 4,
    },
  ]);
  const ofOne = (await ask(place.office, place.stationId)).quietWindows;
  expect(ofOne.map(({ startsAt }) => startsAt)).toEqual(
    [1, 2, 3].map((days) => at(days, 1).toISOString()),
  );
});

it("tells the connectors that fail twice as often as their station", async () => {
  const quiet = await addStation(db, place.businessId, { name: "Depot", connectors: 2 });
  expect((await ask(place.office)).failingConnectors).toEqual([]);
  const other = { ...quiet, connectorId: await secondOf(quiet.stationId) };
  const status = "Aborted" as const;
  for (const hour of [1, 2, 3, 4]) {
    await addSession(db, quiet, at(-2, hour).toISOString(), { totalMinor: 1 });
    await addSession(
      db,
      other,
      at(-3, hour).toISOString(),
      { totalMinor: 1 },
      hour < 3 ? { status } : {},
    );
  }
  // Long ago.
  await addSession(db, quiet, at(-40).toISOString(), { totalMinor: 1 }, { status });
  const { failingConnectors } = await ask(place.office);
  expect(failingConnectors).toEqual([
    {
      station: { id: quiet.stationId, name: "Depot", timeZone: "America/New_York" },
      connectorId: other.connectorId,
      number: 2,
      sessions: 4,
      failed: 2,
      stationSessions: 8,
      stationFailed: 2,
    },
  ]);
});

/** The id of the station's second connector. */
async function secondOf(stationId: string): Promise<string> {
  const [row] = await db
    .select({ id: connectors.id })
    .from(connectors)
    .where(and(eq(connectors.stationId, stationId), eq(connectors.number, 2)));
  return row?.id ?? "";
}

it("says nothing where there is nothing to say", async () => {
  const nothing = { version: 1, quietWindows: [], soldOut: [], failingConnectors: [] };
  expect(await ask(rival.office)).toEqual(nothing);
  expect(await ask(rival.office, rival.stationId)).toEqual(nothing);
});

it("is for an office alone, about its own stations", async () => {
  await expect(ask(rival.office, place.stationId)).rejects.toMatchObject({
    code: "station.not_found",
  });
  for (const actor of [
    place.operator,
    await makeUser(db, "EvOwner"),
    await makeUser(db, "SystemAdmin"),
  ]) {
    await expect(ask(actor)).rejects.toMatchObject({ code: "request.forbidden" });
  }
});

it("asks the database three times, beside the report's own frame", async () => {
  const prepared = vi.spyOn(PostgresJsSession.prototype, "prepareQuery");
  await ask(place.office);
  expect(prepared).toHaveBeenCalledTimes(4);
});
