import { and, asc, eq, gt, inArray, isNull } from "drizzle-orm";
import { expect } from "vitest";

import { bookings } from "@/db/schema/bookings";
import { maintenanceHolds, placeGroups, schedules, slots } from "@/db/schema/schedules";
import { connectors } from "@/db/schema/stations";
import { CreateBooking, holdingStatuses } from "@/lib/charging/bookings/schema";
import { createBooking } from "@/lib/charging/bookings";
import type { Actor } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import type { PlugPowers } from "@/lib/core/plugs";
import { rebuildSlots } from "@/lib/sites/schedules/inside";
import { canPark } from "@/lib/sites/schedules/park-cars";
import { suits } from "@/lib/sites/schedules/place-groups";

import { makeStation, testStart } from "../../../support/world";
import { at, type Setting } from "./setting";

export const ccs = "IEC_62196_T2_COMBO";
export const chademo = "CHADEMO";

/** A place of the station: its plugs and power in watts; what each plug gives, where they differ. */
export type PlaceKind = readonly [
  standards: readonly string[],
  powerW: number | null,
  plugPowersW?: PlugPowers,
];

/** A place of one plug as the API tells it. */
export const kindOf = (standard: string, maxPowerKw: number) => ({
  standards: [standard],
  maxPowerKw,
  plugs: [{ standard, maxPowerKw }],
});

const allDay = [{ start: "00:00", end: "24:00" }];

/** A station of these places, open day and night, with its slots built, hourly ones where nothing else is said. */
export async function mixedStation(
  s: Setting,
  places: readonly PlaceKind[],
  slotMinutes = 60,
): Promise<string> {
  const kinds = places.map(([standards, powerW, plugPowersW]) => ({
    standards,
    powerW,
    plugPowersW,
  }));
  const { id } = await makeStation(s.db, s.businessId, { places: kinds, slotMinutes });
  const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
  const weekly = Object.fromEntries(days.map((day) => [day, allDay]));
  await s.db.insert(schedules).values({ stationId: id, weekly, updatedAt: testStart });
  await rebuildSlots(s.job("slots"), [id]);
  return id;
}

/** The station's connectors' ids by number, from 1 on. */
export async function plugsAt(s: Setting, stationId: string): Promise<(number: number) => string> {
  const rows = await s.db
    .select({ id: connectors.id })
    .from(connectors)
    .where(eq(connectors.stationId, stationId))
    .orderBy(asc(connectors.number));
  return (number) => rows[number - 1]?.id ?? "";
}

/** Holds a connector of the station for `[from, to)` in hours after the start; its slots follow when they are rebuilt. */
export const closePlace = (
  s: Setting,
  stationId: string,
  connectorId: string,
  [from, to]: readonly [number, number],
) =>
  s.db.insert(maintenanceHolds).values({
    id: newId(),
    stationId,
    startsAt: at(from),
    endsAt: at(to),
    connectorIds: [connectorId],
    reason: "Cable",
    createdAt: testStart,
  });

/** Books `[from, to)` in hours after the start for a car that asks for this. */
export const bookFor = (
  s: Setting,
  owner: Actor,
  stationId: string,
  [from, to]: readonly [number, number],
  ask: {
    readonly standard?: string;
    readonly minPowerKw?: number;
    readonly connectorId?: string | number;
    readonly vehicleId?: string;
  } = {},
) =>
  createBooking(
    s.as(owner),
    CreateBooking.parse({
      stationId,
      startsAt: at(from).toISOString(),
      endsAt: at(to).toISOString(),
      ...ask,
    }),
  );

/** The plugs of the group in which a booking holds its place. */
export async function plugsOf(s: Setting, bookingId: string): Promise<string[]> {
  const [row] = await s.db
    .select({ standards: placeGroups.standards })
    .from(bookings)
    .innerJoin(
      placeGroups,
      and(
        eq(placeGroups.stationId, bookings.stationId),
        eq(placeGroups.number, bookings.placeGroup),
      ),
    )
    .where(eq(bookings.id, bookingId));
  return row?.standards ?? [];
}

/** Every car that holds a place, and is not flagged because it fits none, has one of its own, which suits it, from its first slot to its last. */
export async function expectParked(s: Setting, stationId: string): Promise<void> {
  const rows = await s.db
    .select()
    .from(slots)
    .where(and(eq(slots.stationId, stationId), gt(slots.endsAt, s.clock.now())))
    .orderBy(slots.startsAt);
  const groups = await s.db.select().from(placeGroups).where(eq(placeGroups.stationId, stationId));
  const held = await s.db
    .select()
    .from(bookings)
    .where(
      and(
        eq(bookings.stationId, stationId),
        inArray(bookings.status, [...holdingStatuses]),
        isNull(bookings.conflict),
      ),
    );
  for (const group of groups) {
    const own = rows.filter(({ placeGroup }) => placeGroup === group.number);
    const places = Array.from({ length: 999 }, (_, place) =>
      own.map(({ openPlaces }) => openPlaces[place] === "1"),
    ).filter((open) => open.includes(true));
    const cars = held.filter(({ placeGroup }) => placeGroup === group.number);
    for (const { standard, minPowerW } of cars) {
      const need = {
        standards: standard === null ? undefined : [standard],
        minPowerW: minPowerW ?? undefined,
      };
      expect(suits(group, need)).toBe(true);
    }
    const stays = cars.map(({ startsAt, endsAt }) => ({
      from: own.findIndex((slot) => slot.endsAt > startsAt),
      to: own.filter((slot) => slot.startsAt < endsAt).length,
    }));
    expect(canPark(places, stays)).toBe(true);
  }
}
