import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";

import { bookings } from "@/db/schema/bookings";
import { placeGroups, slots } from "@/db/schema/schedules";
import { approveBooking, readQr } from "@/lib/charging/bookings";
import { readQueue } from "@/lib/charging/queue";
import {
  checkIn,
  finalizeSession,
  readSession,
  startWalkUp,
  updateSession,
} from "@/lib/charging/sessions";
import type { UserActor } from "@/lib/core/actor";
import { isAppError } from "@/lib/core/errors";
import { rebuildSlots } from "@/lib/sites/schedules/inside";
import { updateConnector } from "@/lib/sites/stations";

import { testDatabase } from "../../../support/database";
import { minutes } from "../../../support/test-clock";
import { testStart } from "../../../support/world";
import {
  bookFor,
  ccs,
  chademo,
  closePlace,
  expectParked,
  mixedStation,
  type PlaceKind,
  plugsAt,
  plugsOf,
} from "../bookings/mixed-station";
import { at, refusal, settingOf } from "../bookings/setting";
import { freshPlate } from "./gate";

const { db } = await testDatabase({ max: 20 });
const s = await settingOf(db);
const slow = 50_000;
const oneEach: readonly PlaceKind[] = [
  [[ccs], slow],
  [[chademo], slow],
];

beforeEach(() => s.clock.set(testStart));

/** A station with its operator and its connectors' ids by number, from 1 on. */
async function siteOf(places: readonly PlaceKind[]) {
  const id = await mixedStation(s, places);
  const operator = await s.operatorAt(id);
  const plug = await plugsAt(s, id);
  return { id, operator, plug };
}
type Site = Awaited<ReturnType<typeof siteOf>>;

/** A booking with its code; without a plug where nothing is asked for. */
async function booked(site: Site, range: readonly [number, number], standard?: string) {
  const owner = await s.owner();
  const booking = await bookFor(
    s,
    owner,
    site.id,
    range,
    standard === undefined ? {} : { standard },
  );
  if (booking.status === "Pending") await approveBooking(s.as(site.operator), { id: booking.id });
  const { token: qr } = await readQr(s.as(owner), { id: booking.id });
  return { id: booking.id, qr };
}

const letIn = ({ operator }: { operator: UserActor }, qr: string, connectorId?: string) =>
  checkIn(s.as(operator), { qr, ...(connectorId !== undefined && { connectorId }) });

/** What each plug's places hold in the hour: `reserved` of its group's slot. */
async function reservedAt(site: Site, hour: number) {
  const rows = await db
    .select({ standards: placeGroups.standards, reserved: slots.reserved })
    .from(slots)
    .innerJoin(
      placeGroups,
      and(eq(placeGroups.stationId, slots.stationId), eq(placeGroups.number, slots.placeGroup)),
    )
    .where(and(eq(slots.stationId, site.id), eq(slots.startsAt, at(hour))));
  return Object.fromEntries(rows.map(({ standards, reserved }) => [standards.join("+"), reserved]));
}

const conflictOf = async (id: string) =>
  (await db.select().from(bookings).where(eq(bookings.id, id)))[0]?.conflict;

describe("a place on which a car charges", () => {
  it("stays what it is until the car has left", async () => {
    const site = await siteOf(oneEach);
    const mine = await booked(site, [2, 4], chademo);
    s.clock.set(at(2));
    await letIn(site, mine.qr);
    const change = (input: object) =>
      refusal(
        updateConnector(s.as(s.office), {
          stationId: site.id,
          connectorId: site.plug(2),
          ...input,
        }),
      );
    expect(await change({ maxPowerKw: 62.5 })).toBe("connector.in_use");
    expect(await change({ standards: [ccs, chademo] })).toBe("connector.in_use");
    // Told as it is, or by another number, it is the same place.
    expect(await change({ standards: [chademo], number: 3 })).toBe("done");
    await finalizeSession(s.as(site.operator), { bookingId: mine.id, kWh: "5" });
    expect(await change({ maxPowerKw: 62.5 })).toBe("done");
    await s.holds();
  });
});

describe("a connector that is wished for", () => {
  it("is counted as taken, and taken from nobody who needs its plug", async () => {
    const site = await siteOf(oneEach);
    const wish = { connectorId: 2 };
    const first = await bookFor(s, await s.owner(), site.id, [30, 31], wish);
    expect(await plugsOf(s, first.id)).toEqual([chademo]);
    const full = bookFor(s, await s.owner(), site.id, [30, 31], { standard: chademo });
    // Who only wished may stand elsewhere: they make room.
    expect(await refusal(full)).toBe("done");
    expect(await plugsOf(s, first.id)).toEqual([ccs]);
    // A place that does not suit is nobody's wish.
    const other = await bookFor(s, await s.owner(), site.id, [32, 33], { ...wish, standard: ccs });
    expect(await plugsOf(s, other.id)).toEqual([ccs]);
    await s.holds();
  });
});

describe("a car that goes to another connector", () => {
  it("holds its place among those that are alike there; whom it leaves short is flagged, and settled again", async () => {
    const site = await siteOf(oneEach);
    const mine = await booked(site, [2, 4]);
    const other = await booked(site, [3, 4], chademo);
    s.clock.set(at(2));
    const session = await letIn(site, mine.qr);
    expect(session.connector.number).toBe(1);
    expect(await reservedAt(site, 3)).toEqual({ [ccs]: 1, [chademo]: 1 });

    const go = (number: number) =>
      updateSession(s.as(site.operator), { id: session.id, connectorId: site.plug(number) });
    await go(2);
    expect(await plugsOf(s, mine.id)).toEqual([chademo]);
    expect(await reservedAt(site, 2)).toEqual({ [ccs]: 0, [chademo]: 1 });
    expect(await reservedAt(site, 3)).toEqual({ [ccs]: 0, [chademo]: 2 });
    expect(await conflictOf(other.id)).toBe("OverCapacity");
    await s.holds();

    await go(1);
    expect(await reservedAt(site, 3)).toEqual({ [ccs]: 1, [chademo]: 1 });
    expect(await conflictOf(other.id)).toBeNull();
    await s.holds();
  });

  it("sends a booking that suits elsewhere there, in silence", async () => {
    const site = await siteOf([...oneEach, [[ccs, chademo], slow]]);
    const mine = await booked(site, [2, 4], ccs);
    const other = await booked(site, [3, 4], chademo);
    expect(await plugsOf(s, other.id)).toEqual([chademo]);
    s.clock.set(at(2));
    const { id } = await letIn(site, mine.qr);
    await updateSession(s.as(site.operator), { id, connectorId: site.plug(2) });
    expect(await plugsOf(s, other.id)).toEqual([chademo, ccs].toSorted());
    expect(await conflictOf(other.id)).toBeNull();
    await s.holds();
  });

  it("may go while others change the same station: counts agree, nobody waits for one another for ever", async () => {
    const site = await siteOf([...oneEach, ...oneEach]);
    const cars = [await booked(site, [2, 4], ccs), await booked(site, [2, 4], ccs)];
    s.clock.set(at(2));
    const sessions = [];
    for (const { qr } of cars) sessions.push(await letIn(site, qr));
    const owners = await Promise.all(Array.from({ length: 8 }, () => s.owner()));
    const answers = await Promise.all([
      ...sessions.flatMap(({ id }) =>
        [1, 2, 3, 4].map((number) =>
          refusal(updateSession(s.as(site.operator), { id, connectorId: site.plug(number) })),
        ),
      ),
      ...owners.map((owner, index) =>
        refusal(bookFor(s, owner, site.id, [3, 4], { standard: index % 2 === 0 ? ccs : chademo })),
      ),
    ]);
    const known = ["done", "session.connector_busy", "slot.full"];
    expect(answers.filter((answer) => !known.includes(answer))).toEqual([]);
    await s.holds();
  });
});

describe("a car at the gate", () => {
  it("is let in where it suits; where nothing free does, it is said what is free, and chosen by hand", async () => {
    const site = await siteOf([
      [[ccs], slow],
      [[chademo], slow],
      [[chademo], 100_000],
    ]);
    const first = await booked(site, [2, 3], ccs);
    const late = await booked(site, [3, 4], ccs);
    s.clock.set(at(2));
    await letIn(site, first.qr);
    // The first one stays over its time.
    s.clock.set(at(3));
    const refused = await letIn(site, late.qr).catch((error: unknown) => error);
    expect(isAppError(refused, "session.no_suiting_connector") && refused.details).toEqual({
      free: "2, 3",
      places: [
        { number: 2, standards: [chademo], maxPowerKw: 50 },
        { number: 3, standards: [chademo], maxPowerKw: 100 },
      ],
      standard: ccs,
      minPowerKw: null,
    });
    const session = await letIn(site, late.qr, site.plug(3));
    expect(session.connector.number).toBe(3);
    expect(await reservedAt(site, 3)).toEqual({ [ccs]: 0, [chademo]: 1 });
    await s.holds();
  });

  it("is told by whom its place is needed next: somebody of the same kind of place", async () => {
    const site = await siteOf(oneEach);
    const mine = await booked(site, [2, 3], ccs);
    const other = await booked(site, [3, 4], chademo);
    s.clock.set(at(2));
    const { id } = await letIn(site, mine.qr);
    const next = async () => (await readSession(s.as(site.operator), { id })).next;
    expect(await next()).toBeNull();
    s.clock.set(testStart);
    const same = await booked(site, [4, 5], ccs);
    s.clock.set(at(2));
    expect(await next()).toMatchObject({ bookingId: same.id });
    await updateSession(s.as(site.operator), { id, connectorId: site.plug(2) });
    expect(await next()).toMatchObject({ bookingId: other.id });
  });

  it("is told by a code that ran out whether a place that suits is left for a walk-in", async () => {
    const site = await siteOf(oneEach);
    const late = await booked(site, [2, 3], ccs);
    await booked(site, [3, 4], ccs);
    s.clock.set(at(3, minutes(1)));
    const refused = await letIn(site, late.qr).catch((error: unknown) => error);
    expect(isAppError(refused, "qr.expired") && refused.details).toMatchObject({ placesLeft: 0 });
  });
});

describe("a car that comes before its time", () => {
  /** A car that charges on 1, one whose time has begun at a quarter to and that is not there yet, one that comes early. */
  async function quarterTo(places: readonly PlaceKind[], asks?: string) {
    s.clock.set(testStart);
    const id = await mixedStation(s, places, 15);
    const site = { id, operator: await s.operatorAt(id), plug: await plugsAt(s, id) };
    const charging = await booked(site, [2, 3], ccs);
    const begun = await booked(site, [2.75, 3.75], ccs);
    const early = await booked(site, [3, 4], asks);
    s.clock.set(at(2));
    await letIn(site, charging.qr, site.plug(1));
    s.clock.set(at(2.75, minutes(5)));
    return { site, begun, early };
  }
  const threeKinds: readonly PlaceKind[] = [[[ccs], slow], ...oneEach];

  it("does not take the last one that suits whoever's time has begun, by hand neither, until its own begins", async () => {
    const { site, begun, early } = await quarterTo(threeKinds, ccs);
    const refused = await letIn(site, early.qr).catch((error: unknown) => error);
    expect(isAppError(refused, "session.place_awaited") && refused.details).toMatchObject({
      count: 1,
      startsAt: at(3),
    });
    expect(await refusal(letIn(site, early.qr, site.plug(2)))).toBe("session.place_awaited");
    s.clock.set(at(3, -1));
    expect(await refusal(letIn(site, early.qr))).toBe("session.place_awaited");
    // Its code was not used up by that.
    s.clock.set(at(3));
    expect((await letIn(site, early.qr)).connector.number).toBe(2);
    expect(await refusal(letIn(site, begun.qr))).toBe("session.no_suiting_connector");
    await s.holds();
  });

  it("is let in where one is left for the other, and first where nobody is awaited", async () => {
    const { site, begun, early } = await quarterTo([...threeKinds, [[ccs], slow]], ccs);
    // One of the two that are left is enough for the other.
    expect((await letIn(site, early.qr)).connector.number).toBe(2);
    expect((await letIn(site, begun.qr)).connector.number).toBe(4);

    const any = await quarterTo(threeKinds);
    const { arrivals } = await readQueue(s.as(any.site.operator), { stationId: any.site.id });
    const own = arrivals.find(({ id }) => id === any.early.id);
    const { plug } = any.site;
    expect(own?.suitingConnectorIds.toSorted()).toEqual([plug(1), plug(2), plug(3)].toSorted());
    expect(own?.suitingConnectorIds.at(-1)).toBe(plug(2));
    expect(own?.proposedConnector?.number).toBe(3);
    expect((await letIn(any.site, any.early.qr)).connector.number).toBe(3);
    await s.holds();
  });

  it("stands where it stands when it was let in without network", async () => {
    const { site, early } = await quarterTo(threeKinds, ccs);
    const scannedAt = at(2.75, minutes(1));
    const session = await checkIn(s.as(site.operator), { qr: early.qr, scannedAt });
    expect(session.connector.number).toBe(2);
  });
});

describe("a car without a booking", () => {
  const walkIn = (site: Site, connectorId?: string) =>
    startWalkUp(s.as(site.operator), { stationId: site.id, plate: freshPlate(), connectorId });

  it("takes its place among those like the connector that is named, or none", async () => {
    const site = await siteOf([...oneEach, [[ccs], slow]]);
    await booked(site, [2, 3], chademo);
    s.clock.set(at(2));
    expect(await refusal(walkIn(site, site.plug(2)))).toBe("slot.full");
    const { connector, bookingId } = await walkIn(site, site.plug(3));
    expect(connector.number).toBe(3);
    expect(await plugsOf(s, bookingId)).toEqual([ccs]);
    expect(await reservedAt(site, 2)).toEqual({ [ccs]: 1, [chademo]: 1 });
    await s.holds();
  });

  it("leaves a connector that suits to whoever is about to come", async () => {
    const site = await siteOf([
      [[ccs], slow],
      [[chademo], slow],
      [[chademo], slow],
    ]);
    const before = await booked(site, [2, 3], chademo);
    await booked(site, [3, 4], chademo);
    s.clock.set(at(2));
    await letIn(site, before.qr);
    // It stays over its time: the slot has two places, and one connector is left for whoever booked.
    s.clock.set(at(3));
    expect(await refusal(walkIn(site, site.plug(3)))).toBe("walkIn.place_needed");
    expect((await walkIn(site)).connector.number).toBe(1);
    await s.holds();
  });
});

describe("a car that stands at a place", () => {
  it("stays there in the count of whoever books, where places close", async () => {
    const site = await siteOf([
      [[ccs], slow],
      [[ccs], slow],
    ]);
    await closePlace(s, site.id, site.plug(2), [4, 5]);
    await rebuildSlots(s.job("slots"), [site.id]);
    const mine = await booked(site, [2, 4]);
    s.clock.set(at(2));
    const { id } = await letIn(site, mine.qr);
    // Place 2 is free until 4 and closed then; place 1 has the car until 4: none has both hours.
    const ask = async () => refusal(bookFor(s, await s.owner(), site.id, [3, 5]));
    expect(await ask()).toBe("slot.full");
    await updateSession(s.as(site.operator), { id, connectorId: site.plug(2) });
    expect(await ask()).toBe("done");
    await expectParked(s, site.id);
    await s.holds();
  });

  it("is no reason to flag a booking that has the other place, and one to flag whoever needs the same", async () => {
    const site = await siteOf([
      [[ccs], slow],
      [[ccs], slow],
    ]);
    const mine = await booked(site, [2, 4]);
    const other = await booked(site, [3, 5]);
    s.clock.set(at(2));
    const { id } = await letIn(site, mine.qr, site.plug(1));
    await closePlace(s, site.id, site.plug(2), [4, 5]);
    await rebuildSlots(s.job("slots"), [site.id]);
    expect(await conflictOf(other.id)).toBe("OverCapacity");
    await updateSession(s.as(site.operator), { id, connectorId: site.plug(2) });
    expect(await conflictOf(other.id)).toBeNull();
    await s.holds();
  });
});
