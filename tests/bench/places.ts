import { and, asc, eq, sql } from "drizzle-orm";

import { createDatabase } from "@/db/client";
import { schedules, slots } from "@/db/schema/schedules";
import { createBooking } from "@/lib/charging/bookings";
import { inTransaction, type Context, type Db } from "@/lib/core/context";
import { jobActor } from "@/lib/core/job-actor";
import { makeContext } from "@/lib/process/wiring";
import { refreshSlots } from "@/lib/sites/schedules";
import { rebuildSlots } from "@/lib/sites/schedules/inside";
import { takeReserved } from "@/lib/sites/schedules/store/reserved";
import { overlapping, slotColumns } from "@/lib/sites/schedules/store/slots";

import { createTestDatabase, dropTestDatabase } from "../support/cluster";
import { hours, testClockAt } from "../support/test-clock";
import { makeBusiness, makeStation, makeUser, testConfig, testStart } from "../support/world";
import { type Figure, percentile, timed } from "./figures";

const kind = (standard: string, powerW: number) => ({ standards: [standard], powerW });
const alike = Array.from({ length: 4 }, () => kind("IEC_62196_T2_COMBO", 50_000));
const mixed = [...alike.slice(0, 2), kind("IEC_62196_T2_COMBO", 150_000), kind("CHADEMO", 50_000)];
const days = 14;
const config = { ...testConfig, settings: { ...testConfig.settings, slotHorizonDays: days } };
const clock = testClockAt(testStart);
const at = (hour: number) => new Date(testStart.getTime() + hours(hour));
const asJob = (db: Db) => makeContext({ db, actor: jobActor("slots"), clock, config });

/** What groups of places cost: building slots, taking places, and making bookings (quality.md, Performance). */
export async function places(): Promise<Figure[]> {
  return [
    ...(await building("of one kind of places", alike)),
    ...(await building("of three kinds", mixed)),
    ...(await booking()),
  ];
}

/** Does something in a database of its own. */
export async function withDatabase<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const url = await createTestDatabase();
  const { db, close } = createDatabase(url, { max: 12, name: "bench", work: "command" });
  try {
    return await work(db);
  } finally {
    await close();
    await dropTestDatabase(url);
  }
}

/** A station of these places, open day and night. */
async function openStation(db: Db, businessId: string, kinds: typeof alike): Promise<string> {
  const { id } = await makeStation(db, businessId, { places: kinds, approval: "Manual" });
  const allDay = [{ start: "00:00", end: "24:00" }];
  const names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
  const weekly = Object.fromEntries(names.map((name) => [name, allDay]));
  await db.insert(schedules).values({ stationId: id, weekly, updatedAt: testStart });
  return id;
}

const stations = 1_000;

const building = (what: string, kinds: typeof alike) =>
  withDatabase(async (db): Promise<Figure[]> => {
    const { id: businessId } = await makeBusiness(db);
    for (let made = 0; made < stations; made += 1) await openStation(db, businessId, kinds);
    const [first = Infinity] = await timed(1, () => refreshSlots(asJob(db)));
    const built = await db.$count(slots);
    const [again = Infinity] = await timed(1, async () => {
      const { added, changed, removed } = await refreshSlots(asJob(db));
      if (added + changed + removed > 0) throw new Error("Slots were written again.");
    });
    const bench = `slots of ${stations} stations for ${days} days`;
    const perSecond = built / (first / 1_000);
    return [
      {
        bench,
        what: `${what}, built`,
        figure: `${built} slots, ${(perSecond / 1_000).toFixed(0)} k a second`,
        reach: "≥ 50 k a second",
        reached: perSecond >= 50_000,
      },
      {
        bench,
        what: `${what}, again, nothing changed`,
        figure: `${(first / again).toFixed(1)} times as fast, nothing written`,
        reach: "≥ 5 times",
        reached: first / again >= 5,
      },
    ];
  });

const rounds = 8;
const perRound = 60;
const atOnce = 8;

const booking = () =>
  withDatabase(async (db): Promise<Figure[]> => {
    const { id: businessId } = await makeBusiness(db);
    const [one, several] = [
      await openStation(db, businessId, alike),
      await openStation(db, businessId, mixed),
    ];
    await rebuildSlots(asJob(db), [one, several]);
    const took = {
      was: [] as number[],
      is: [] as number[],
      one: [] as number[],
      several: [] as number[],
    };
    for (let round = 0; round < rounds; round += 1) {
      took.was.push(...(await taking(db, one, takeAsItWas)));
      took.is.push(...(await taking(db, one, takeNow)));
      took.one.push(await making(db, one, round));
      took.several.push(await making(db, several, round));
    }
    const half = (times: readonly number[]) =>
      percentile(
        times.toSorted((a, b) => a - b),
        0.5,
      );
    const share = half(took.is) / half(took.was);
    const rate = (times: readonly number[]) => perRound / (half(times) / 1_000);
    const ratio = rate(took.several) / rate(took.one);
    const ms = (times: readonly number[]) => `p50 ${half(times).toFixed(2)} ms`;
    const bench = "a place in two slots";
    return [
      {
        bench,
        what: "counted for the whole station, as it was",
        figure: ms(took.was),
        reach: "–",
        reached: true,
      },
      {
        bench,
        what: "in the group that suits, at a station of one",
        figure: `${ms(took.is)}, ${share.toFixed(2)} times`,
        reach: "≤ 1.25 times",
        reached: share <= 1.25,
      },
      {
        bench: `bookings made, ${atOnce} at once`,
        what: "at a station of three kinds of places against one of one",
        figure: `${rate(took.several).toFixed(0)} and ${rate(took.one).toFixed(0)} a second, ${ratio.toFixed(2)} times`,
        reach: "≥ 0.8 times",
        reached: ratio >= 0.8,
      },
    ];
  });

type Take = (
  ctx: Context,
  range: { stationId: string; startsAt: Date; endsAt: Date },
) => Promise<unknown[]>;

const takeNow: Take = (ctx, range) =>
  takeReserved(ctx, { ...range, kind: "Booking", need: { standards: ["IEC_62196_T2_COMBO"] } });

/** The statement of before there were groups. */
const takeAsItWas: Take = (ctx, range) => {
  const [start, end] = [range.startsAt.toISOString(), range.endsAt.toISOString()];
  const { startsAt, endsAt, capacity, reserved } = slotColumns;
  const locked = ctx.db.$with("locked").as(
    ctx.db
      .select({ startsAt, endsAt, capacity, reserved })
      .from(slots)
      .where(overlapping({ ...range, kind: "Booking" }))
      .orderBy(asc(slots.startsAt))
      .for("update"),
  );
  const fits = sql`(
    select bool_and(${locked.reserved} < ${locked.capacity})
      and min(${locked.startsAt}) = ${start}::timestamptz and max(${locked.endsAt}) = ${end}::timestamptz
      and sum(${locked.endsAt} - ${locked.startsAt}) = ${end}::timestamptz - ${start}::timestamptz
    from ${locked})`;
  return ctx.db
    .with(locked)
    .update(slots)
    .set({ reserved: sql`${slots.reserved} + 1` })
    .from(locked)
    .where(and(eq(slots.stationId, range.stationId), eq(slots.startsAt, locked.startsAt), fits))
    .returning(slotColumns);
};

/** Takes two slots' places many times, each given back. */
const taking = (db: Db, stationId: string, take: Take): Promise<number[]> =>
  timed(perRound, () =>
    inTransaction(asJob(db), async (ctx) => {
      const range = { stationId, startsAt: at(30), endsAt: at(32) };
      const taken = await take(ctx, range);
      if (taken.length !== 2) throw new Error("No place was taken.");
      await ctx.db
        .update(slots)
        .set({ reserved: 0 })
        .where(overlapping({ kind: "Booking", ...range }));
    }),
  );

/** How long so many bookings take, each by another owner, spread over the slots of a week. */
async function making(db: Db, stationId: string, round: number): Promise<number> {
  const owners = await Promise.all(Array.from({ length: perRound }, () => makeUser(db, "EvOwner")));
  const began = performance.now();
  const left = owners.map((owner, index) => ({
    owner,
    hour: 24 + ((round * perRound + index) % 144),
  }));
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let next = left.pop(); next; next = left.pop()) {
        const ctx = makeContext({ db, actor: next.owner, clock, config });
        const [startsAt, endsAt] = [at(next.hour), at(next.hour + 1)];
        await createBooking(ctx, { stationId, startsAt, endsAt });
      }
    }),
  );
  return performance.now() - began;
}
