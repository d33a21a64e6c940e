import { asc, eq } from "drizzle-orm";
import { expect, it } from "vitest";

import { connectors } from "@/db/schema/stations";
import { cancelBooking, exportBookings, readBookingPlaces } from "@/lib/charging/bookings";
import { ListBookings } from "@/lib/charging/bookings/schema";
import { previewHold, previewSchedule, readSchedule } from "@/lib/sites/schedules";
import { rebuildSlots } from "@/lib/sites/schedules/inside";
import { PreviewHold, SetSchedule } from "@/lib/sites/schedules/schema";

import { testDatabase } from "../../../support/database";
import { bookFor, ccs, chademo, closePlace, mixedStation, plugsAt } from "./mixed-station";
import { at, refusal, settingOf } from "./setting";

const { db } = await testDatabase({ max: 10 });
const s = await settingOf(db);
const fast = 150_000;
const slow = 50_000;
const mixed = () =>
  mixedStation(s, [
    [[ccs], fast],
    [[ccs], fast],
    [[ccs], fast],
    [[chademo], slow],
  ]);

it("a preview says what changes of each kind of places, and what the cars ask that it leaves short", async () => {
  const stationId = await mixed();
  const car = await bookFor(s, await s.owner(), stationId, [30, 31], {
    standard: chademo,
    minPowerKw: 50,
  });
  const [, , third, fourth] = await db
    .select({ id: connectors.id })
    .from(connectors)
    .where(eq(connectors.stationId, stationId))
    .orderBy(asc(connectors.number));
  const preview = await previewHold(s.as(s.office), {
    stationId,
    ...PreviewHold.parse({
      startsAt: at(30).toISOString(),
      endsAt: at(42).toISOString(),
      connectorIds: [third?.id, fourth?.id],
    }),
  });
  expect(preview.groupChanges).toEqual([
    { standards: [ccs], maxPowerKw: 150, before: 3, after: 2, slots: 12 },
    { standards: [chademo], maxPowerKw: 50, before: 1, after: 0, slots: 12 },
  ]);
  expect(preview.conflicts).toMatchObject([
    { bookingId: car.id, reason: "OverCapacity", standard: chademo, minPowerKw: 50 },
  ]);
});

it("tells nothing by kinds of times that open or close altogether, nor where all places are alike", async () => {
  const stationId = await mixed();
  const { weekly } = await readSchedule(s.as(s.office), { stationId });
  const without = SetSchedule.parse({ weekly: { ...weekly, mon: [] } });
  const closed = await previewSchedule(s.as(s.office), { stationId, ...without });
  expect(closed.removedSlots).not.toEqual([]);
  expect(closed.groupChanges).toEqual([]);
  const alike = await mixedStation(s, [
    [[ccs], fast],
    [[ccs], fast],
  ]);
  const hold = { startsAt: at(30).toISOString(), endsAt: at(31).toISOString(), connectors: 1 };
  const held = await previewHold(s.as(s.office), { stationId: alike, ...PreviewHold.parse(hold) });
  expect(held.changes.changed).toBeGreaterThan(0);
  expect(held.groupChanges).toEqual([]);
});

it("staff read among which places a booking holds one, and what was asked, in the list as a file too", async () => {
  const stationId = await mixed();
  const owner = await s.owner();
  const asks = await bookFor(s, owner, stationId, [50, 51], { standard: ccs, minPowerKw: 22.5 });
  const any = await bookFor(s, await s.owner(), stationId, [50, 51]);
  const office = s.as(s.office);
  const places = await readBookingPlaces(office, [asks.id, any.id]);
  const held = { isHeld: true, lacks: null };
  expect(places.get(asks.id)).toEqual({ ...held, kind: { standards: [ccs], maxPowerKw: 150 } });
  expect(places.get(any.id)).toEqual({ ...held, kind: { standards: [chademo], maxPowerKw: 50 } });
  const stranger = s.as(await s.owner());
  expect(await refusal(readBookingPlaces(stranger, [asks.id]))).toBe("booking.not_found");
  await cancelBooking(office, { id: any.id, reason: "Gone", chargeFee: false });
  const gone = (await readBookingPlaces(office, [any.id])).get(any.id);
  expect(gone).toMatchObject({ isHeld: false, kind: { standards: [chademo] } });
  const csv = await exportBookings(office, ListBookings.parse({ stationId, sort: "createdAt" }));
  const ends = csv
    .trim()
    .split("\r\n")
    .map((line) => line.split(",").slice(-2));
  expect(ends).toContainEqual(["standard", "minPowerKw"]);
  expect(ends).toContainEqual([ccs, "22.5"]);
  expect(ends).toContainEqual(["", ""]);
});

it("staff read of a booking in conflict what it is left without, and of no place that it held before", async () => {
  const stationId = await mixedStation(s, [
    [[ccs], fast],
    [[ccs], fast],
    [[chademo], slow],
  ]);
  const plug = await plugsAt(s, stationId);
  const asking = async (standard: string) =>
    bookFor(s, await s.owner(), stationId, [60, 62], { standard });
  const cars = [await asking(ccs), await asking(ccs), await asking(chademo)];
  const ids = cars.map(({ id }) => id);
  await closePlace(s, stationId, plug(2), [61, 62]);
  await closePlace(s, stationId, plug(3), [61, 62]);
  await rebuildSlots(s.job("slots"), [stationId]);
  const places = await readBookingPlaces(s.as(s.office), ids);
  expect(ids.map((id) => places.get(id))).toEqual([
    { kind: { standards: [ccs], maxPowerKw: 150 }, isHeld: true, lacks: null },
    { kind: null, isHeld: false, lacks: "Room" },
    { kind: null, isHeld: false, lacks: "Open" },
  ]);
});
