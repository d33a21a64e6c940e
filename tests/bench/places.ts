import { and, asc, eq, sql } from "drizzle-orm";

import { slots } from "@/db/schema/schedules";
import { createBooking } from "@/lib/charging/bookings";
import { inTransaction, type Context, type Db } from "@/lib/core/context";
import { makeContext } from "@/lib/process/wiring";
import { rebuildSlots } from "@/lib/sites/schedules/inside";
import { takeReserved } from "@/lib/sites/schedules/store/reserved";
import { overlapping, slotColumns } from "@/lib/sites/schedules/store/slots";

import { makeBusiness, makeUser } from "../support/world";
import { type Figure, median, sideBySide, timed } from "./figures";
import { alike, asJob, at, clock, config, mixed, openStation, withDatabase } from "./open-stations";

const rounds = 8;
const perRound = 60;
const atOnce = 8;

/** What groups of places cost: taking places, and making bookings (quality.md, Performance). */
export const places = () =>
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
      took.was.push(median(await taking(db, one, takeAsItWas)));
      took.is.push(median(await taking(db, one, takeNow)));
      took.one.push(await making(db, one, round));
      took.several.push(await making(db, several, round));
    }
    const share = sideBySide(took.is, took.was, 1.25);
    const rate = (times: readonly number[]) => perRound / (median(times) / 1_000);
    // How many a second, not how long.
    const quick = sideBySide(took.one, took.several, 0.8);
    const ms = (times: readonly number[]) => `p50 ${median(times).toFixed(2)} ms`;
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
        figure: `${ms(took.is)}, ${share.said}`,
        reach: "≤ 1.25 times",
        reached: share.ratio <= 1.25,
      },
      {
        bench: `bookings made, ${atOnce} at once`,
        what: "at a station of three kinds of places against one of one",
        figure: `${rate(took.several).toFixed(0)} and ${rate(took.one).toFixed(0)} a second, ${quick.said}`,
        reach: "≥ 0.8 times",
        reached: quick.ratio >= 0.8,
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
