import { asc, eq } from "drizzle-orm";
import { expect, it } from "vitest";

import { bookings } from "@/db/schema/bookings";
import { outboxEvents } from "@/db/schema/outbox";
import { connectorOutages } from "@/db/schema/stations";
import type { UserActor } from "@/lib/core/actor";
import { inTransaction, type Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { authorize } from "@/lib/core/permissions";
import { addHold } from "@/lib/sites/schedules";
import { rebuildSlots } from "@/lib/sites/schedules/inside";
import { SetHold } from "@/lib/sites/schedules/schema";
import { updateConnector } from "@/lib/sites/stations";
import { endOutage, moveOutage, setOutage } from "@/lib/sites/stations/inside";

import { auditsOf } from "../../../support/audits";
import { testDatabase } from "../../../support/database";
import { hours } from "../../../support/test-clock";
import { makeBusiness, makeStation, makeUser, testStart } from "../../../support/world";
import { refusal } from "../../people/accounts/setting";
import { settingOf } from "../schedules/setting";

const { db } = await testDatabase();
const { id: businessId } = await makeBusiness(db);
const world = settingOf(db);
const office: UserActor = await makeUser(db, "Backoffice", { businessId });
const at = (hour: number) => new Date(testStart.getTime() + hours(hour));

/** A station with two connectors, open from 08:00 to 22:00, and what its machines may say of them. */
async function openStation() {
  const { id: stationId, connectorIds } = await makeStation(db, businessId, { connectors: 2 });
  await world.open(stationId, ["08:00", "22:00"]);
  await rebuildSlots(world.job("slots"), [stationId]);
  const [first = "", second = ""] = connectorIds;
  const within = <T>(
    step: (ctx: Context, station: Parameters<typeof setOutage>[1]) => Promise<T>,
  ) =>
    inTransaction(world.as(office), (ctx) => {
      const thing = { stationId, businessId };
      return step(ctx, authorize(ctx, "connector.manage", thing, "station.not_found"));
    });
  return {
    stationId,
    first,
    second,
    out: (connectorId: string, from: number, to: number | null) =>
      within((ctx, station) =>
        setOutage(ctx, station, {
          connectorId,
          startsAt: at(from),
          untilAt: to === null ? null : at(to),
          source: "Fault",
          reason: "GroundFailure",
        }),
      ),
    move: (id: string, to: number | null) =>
      within((ctx, station) =>
        moveOutage(ctx, station, { id, untilAt: to === null ? null : at(to) }),
      ),
    end: (id: string) => within((ctx, station) => endOutage(ctx, station, { id })),
    /** Places of the first slots that have not begun. */
    places: async (count = 4) =>
      (await world.slots(stationId))
        .filter(({ startsAt }) => startsAt > world.clock.now())
        .slice(0, count)
        .map(({ capacity }) => capacity),
  };
}

it("takes the connector from the slots at once, moves along, and gives it back when it ends", async () => {
  const s = await openStation();
  const { id } = await s.out(s.first, 0, 2);
  expect(await s.places()).toEqual([1, 2, 2, 2]);
  await s.move(id, 4);
  expect(await s.places()).toEqual([1, 1, 1, 2]);
  await s.move(id, null);
  expect(new Set(await s.places(500))).toEqual(new Set([1]));
  world.clock.set(at(1));
  await s.end(id);
  expect(new Set(await s.places(500))).toEqual(new Set([2]));
  const [row] = await db.select().from(connectorOutages).where(eq(connectorOutages.id, id));
  expect(row).toMatchObject({ endedAt: at(1), source: "Fault" });
});

it("counts once with another outage, a hold that names the connector, or its being out of order", async () => {
  const s = await openStation();
  await s.out(s.first, 0, 3);
  await s.out(s.first, 1, 4);
  expect(await s.places(5)).toEqual([1, 1, 1, 2, 2]);
  const hold = { startsAt: at(2).toISOString(), endsAt: at(5).toISOString(), reason: "Cable" };
  await addHold(world.as(office), {
    stationId: s.stationId,
    ...SetHold.parse({ ...hold, connectorIds: [s.first] }),
  });
  expect(await s.places(5)).toEqual([1, 1, 1, 1, 2]);
  const named = { stationId: s.stationId, connectorId: s.first };
  await updateConnector(world.as(office), { ...named, status: "OutOfOrder" });
  expect(await s.places(5)).toEqual([1, 1, 1, 1, 1]);
});

it("flags the latest bookings that no longer fit and cancels none", async () => {
  const s = await openStation();
  const booked: string[] = [];
  for (let count = 0; count < 2; count += 1) {
    const { userId: ownerId } = await makeUser(db, "EvOwner");
    const place = { stationId: s.stationId, businessId, ownerId };
    booked.push(await world.book(place, at(2).toISOString(), at(3).toISOString()));
    world.clock.advance(1);
  }
  await rebuildSlots(world.job("slots"), [s.stationId]);
  const { id } = await s.out(s.second, 0, 4);
  const rows = () =>
    db
      .select()
      .from(bookings)
      .where(eq(bookings.stationId, s.stationId))
      .orderBy(asc(bookings.createdAt));
  expect((await rows()).map((row) => [row.id, row.status, row.conflict])).toEqual([
    [booked[0], "Approved", null],
    [booked[1], "Approved", "OverCapacity"],
  ]);
  await s.move(id, 1);
  expect((await rows()).map(({ conflict }) => conflict)).toEqual([null, null]);
});

it("is recorded and told when it begins and ends, not each time that it moves along", async () => {
  const s = await openStation();
  const { id } = await s.out(s.first, 0, 2);
  await s.move(id, 3);
  await s.move(id, 4);
  await s.end(id);
  const deeds = await auditsOf(db, s.stationId);
  expect(deeds.map(({ action, changes }) => [action, changes])).toMatchObject([
    ["SetOutage", { connector: 1, outage: [null, { id, source: "Fault" }] }],
    ["EndOutage", { connector: 1, outage: [{ id }, null] }],
  ]);
  expect(deeds[0]).toMatchObject({ reason: "GroundFailure" });
  const events = await db
    .select()
    .from(outboxEvents)
    .where(eq(outboxEvents.stationId, s.stationId));
  expect(events.map(({ type }) => type)).toEqual(["station.changed", "station.changed"]);
});

it("is of a connector of the station, and over once", async () => {
  const [s, other] = [await openStation(), await openStation()];
  expect(await refusal(s.out(other.first, 0, 1))).toBe("connector.not_found");
  const { id } = await s.out(s.first, 0, 2);
  expect(await refusal(other.end(id))).toBe("outage.not_found");
  expect(await refusal(s.move(newId(), 3))).toBe("outage.not_found");
  await s.end(id);
  expect(await refusal(s.end(id))).toBe("outage.not_found");
  expect(await refusal(s.move(id, 3))).toBe("outage.not_found");
});
