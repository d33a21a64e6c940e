import { eq } from "drizzle-orm";

import { bookings } from "@/db/schema/bookings";
import { placeGroups, slots } from "@/db/schema/schedules";
import type { Db } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { refreshSlots } from "@/lib/sites/schedules";

import { energyTariff, makeBusiness, makeUser, testStart } from "../support/world";
import { type Figure, median, sideBySide } from "./figures";
import { alike, asJob, at, days, mixed, openStation, withDatabase } from "./open-stations";

/** As quality.md asks; half as many where there is more to build than its row names, so that the usual benches end in time. */
const [asked, fewer] = [1_000, 500];
const kinds = { "of one kind of places": alike, "of three kinds": mixed };
/** How often they are built and then looked through again; the rounds' spread is said. */
const rounds = 3;
/** Bookings that each station has before its slots are built. */
const booked = 90;

/**
 * Slots built for two weeks, and looked through again, where nothing is booked and where much is (quality.md); and where
 * no two stations have the same hours, so that nothing is laid out for several at once.
 */
export async function builtSlots(): Promise<Figure[]> {
  const figures = await building("of one kind of places, each with hours of its own", alike, 0, {
    stations: fewer,
    isOwn: true,
  });
  for (const [what, places] of Object.entries(kinds)) {
    const stations = places === alike ? asked : fewer;
    figures.push(...(await building(what, places, 0, { stations })));
    const booking = `${what}, ${booked} bookings each`;
    figures.push(...(await building(booking, places, booked, { stations: fewer })));
  }
  return figures;
}

const building = (
  what: string,
  places: typeof alike,
  each: number,
  { stations, isOwn = false }: { readonly stations: number; readonly isOwn?: boolean },
) =>
  withDatabase(async (db): Promise<Figure[]> => {
    const { id: businessId } = await makeBusiness(db);
    for (let made = 0; made < stations; made += 1) {
      const stationId = await openStation(db, businessId, places, isOwn ? made : undefined);
      if (each > 0) await book(db, { businessId, stationId }, each);
    }
    const took = { built: [] as number[], again: [] as number[] };
    const timeOf = async (changes: boolean) => {
      const began = performance.now();
      const { added, changed, removed } = await refreshSlots(asJob(db));
      const ms = performance.now() - began;
      if (added + changed + removed > 0 !== changes) throw new Error("Not what was to be done.");
      return ms;
    };
    // Each time from nothing, with the same bookings, and then once more as it is.
    for (let turn = 0; turn < rounds; turn += 1) {
      await db.execute("truncate slots");
      took.built.push(await timeOf(true));
      took.again.push(await timeOf(false));
    }
    const built = await db.$count(slots);
    const { ratio, told, spread } = sideBySide(took.built, took.again, 5);
    const bench = `slots of ${stations} stations for ${days} days`;
    const rates = took.built.map((ms) => built / ms).toSorted((one, other) => one - other);
    const perSecond = median(rates) * 1_000;
    return [
      {
        bench,
        what: `${what}, built`,
        figure: `${built} slots, ${median(rates).toFixed(0)} k a second (${rates[0]?.toFixed(0)}–${rates.at(-1)?.toFixed(0)})`,
        reach: "≥ 50 k a second",
        reached: perSecond >= 50_000,
      },
      {
        bench,
        what: `${what}, again, nothing changed`,
        figure: `${told} times as fast (${spread}), nothing written`,
        reach: "≥ 5 times",
        reached: ratio >= 5,
      },
    ];
  });

/** So many bookings of one or two hours, one after the other, at the groups in turn. */
export async function book(
  db: Db,
  station: { readonly businessId: string; readonly stationId: string },
  count: number,
): Promise<void> {
  const { userId: ownerId } = await makeUser(db, "EvOwner");
  const groups = await db.$count(placeGroups, eq(placeGroups.stationId, station.stationId));
  await db.insert(bookings).values(
    Array.from({ length: count }, (_, index) => ({
      id: newId(),
      number: `BK-${newId()}`,
      ownerId,
      ...station,
      status: "Approved" as const,
      placeGroup: 1 + (index % groups),
      startsAt: at(1 + index * 3),
      endsAt: at(2 + index * 3 + (index % 2)),
      createdAt: testStart,
      tariff: energyTariff,
      estimateMinor: 500,
      updatedAt: testStart,
    })),
  );
}
