import { expect, it } from "vitest";

import { sessions } from "@/db/schema/sessions";
import { newId } from "@/lib/core/ids";
import { readOwnStats } from "@/lib/insight/reports";
import { setFavourite } from "@/lib/sites/drivers";

import { testDatabase } from "../../../support/database";
import { makeUser } from "../../../support/world";
import { refusal } from "../../people/accounts/setting";
import { addBooking, addSession, as, makePlace } from "./setting";

const { db } = await testDatabase();
const place = await makePlace(db, "Hudson");
const far = await makePlace(db, "Far", "Pacific/Auckland");
const owner = await makeUser(db, "EvOwner");
const mine = { ownerId: owner.userId };
const read = (at?: string) => readOwnStats(as(db, owner, at));

it("tells a driver of nothing where there is nothing", async () => {
  expect(await readOwnStats(as(db, await makeUser(db, "EvOwner")))).toEqual({
    upcomingBookings: 0,
    activeSession: null,
    thisMonth: { sessions: 0, energyKwh: 0, spent: [] },
    recentSessions: [],
    favouriteStations: [],
  });
});

it("counts what is ahead and the month by the clock of each station, and nothing of others", async () => {
  await addBooking(db, place, "2026-06-02T14:00:00Z", "Pending", { owner });
  await addBooking(db, place, "2026-06-03T14:00:00Z", "Approved", { owner });
  await addBooking(db, place, "2026-05-30T14:00:00Z", "Approved", { owner });
  await addBooking(db, place, "2026-06-02T14:00:00Z", "CanceledByOwner", { owner });
  await addBooking(db, place, "2026-06-04T14:00:00Z", "Pending");
  // The last second of May in New York, and the first of June.
  await addSession(db, place, "2026-06-01T03:59:59Z", { totalMinor: 100 }, mine);
  await addSession(db, place, "2026-06-01T04:00:00Z", { totalMinor: 250, energyWh: 1_500 }, mine);
  // The first of June in Auckland, when it is the last of May in New York.
  await addSession(
    db,
    far,
    "2026-05-31T12:00:00Z",
    { totalMinor: 70, energyWh: 500, currency: "NZD" },
    mine,
  );
  await addSession(db, place, "2026-06-01T05:00:00Z", { totalMinor: 9_999 });
  await setFavourite(as(db, owner), { stationId: place.stationId });
  const stats = await read();
  expect(stats).toMatchObject({
    upcomingBookings: 2,
    activeSession: null,
    thisMonth: {
      sessions: 2,
      energyKwh: 2,
      spent: [
        { amount: "0.70", currency: "NZD" },
        { amount: "2.50", currency: "USD" },
      ],
    },
    favouriteStations: [{ id: place.stationId }],
  });
  expect(stats.recentSessions.map(({ endedAt }) => endedAt)).toEqual([
    "2026-06-01T04:00:00.000Z",
    "2026-06-01T03:59:59.000Z",
    "2026-05-31T12:00:00.000Z",
  ]);
});

it("tells of the car that charges now, and of five sessions at most", async () => {
  for (let day = 10; day < 16; day += 1) {
    await addSession(db, place, `2026-04-${day}T12:00:00Z`, { totalMinor: 100 }, mine);
  }
  const { id } = await addBooking(db, place, "2026-06-01T11:00:00Z", "InProgress", { owner });
  await db.insert(sessions).values({
    id: newId(),
    bookingId: id,
    stationId: place.stationId,
    businessId: place.businessId,
    ownerId: owner.userId,
    connectorId: place.connectorId,
    status: "Active",
    currency: "USD",
    checkedInBy: place.operator.userId,
    startedAt: new Date("2026-06-01T11:00:00Z"),
  });
  const { activeSession, recentSessions } = await read();
  expect(activeSession).toMatchObject({ bookingId: id, status: "Active" });
  expect(recentSessions).toHaveLength(5);
  expect(recentSessions.map(({ status }) => status)).toEqual(Array(5).fill("Completed"));
});

it("is a driver's own", async () => {
  expect(await refusal(readOwnStats(as(db, place.office)))).toBe("request.forbidden");
});
