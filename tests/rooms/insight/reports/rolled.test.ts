import { readFile } from "node:fs/promises";

import { eq, sql as raw } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { bookings } from "@/db/schema/bookings";
import { businesses } from "@/db/schema/businesses";
import { reportCoverage, reportHours, reportStale } from "@/db/schema/reports";
import { sessions } from "@/db/schema/sessions";
import { importSessions } from "@/lib/charging/sessions";
import { jobActor } from "@/lib/core/job-actor";
import { scopeOf } from "@/lib/core/permissions";
import {
  readNoShows,
  readRevenue,
  readStarts,
  readUtilization,
  rollDays,
} from "@/lib/insight/reports";
import { ReadReport, ReadStarts } from "@/lib/insight/reports/schema";
import { planDays } from "@/lib/insight/reports/store/plan";
import { bookingStatus } from "@/lib/charging/bookings/schema";

import { testDatabase } from "../../../support/database";
import { makeSlots, makeUser } from "../../../support/world";
import { addBooking, addSession, as, makePlace, type Place } from "./setting";

const { db } = await testDatabase();

const range = { from: "2026-03-01", to: "2026-04-30" };
const job = as(db, jobActor("report-days"));
const place = await makePlace(db, "Tay", "Europe/London");
await db
  .update(businesses)
  .set({ timeZone: "Europe/London" })
  .where(eq(businesses.id, place.businessId));
const other = await makePlace(db, "Hudson");
const admin = as(db, await makeUser(db, "SystemAdmin"));
const office = as(db, place.office);

/** What is said of the place's days by PostgreSQL alone, of the tables themselves. */
async function truth({ businessId }: Place, zone: string) {
  const rows = async (query: ReturnType<typeof raw>) => [
    ...(await db.execute<Record<string, unknown>>(query)),
  ];
  const day = (at: string) => raw.raw(`to_char(${at} at time zone '${zone}', 'YYYY-MM-DD')`);
  const within = (at: string) => raw`${day(at)} between ${range.from} and ${range.to}`;
  return {
    revenue:
      await rows(raw`select ${day("ended_at")} as key, count(*)::int as sessions, sum(energy_wh)::int as wh,
      sum(total_minor)::int as minor from sessions where business_id = ${businessId} and status = 'Completed'
      and ${within("ended_at")} group by 1 order by 1`),
    missed: await rows(raw`select ${day("starts_at")} as key, count(*)::int as due,
      (count(*) filter (where status = 'NoShow'))::int as missed from bookings where business_id = ${businessId}
      and status in ('InProgress', 'Completed', 'NoShow') and origin = 'Booking' and ${within("starts_at")}
      group by 1 order by 1`),
    used: await rows(raw`select ${day("starts_at")} as key, count(*)::int as bookings,
      sum(extract(epoch from ends_at - starts_at) / 60)::int as minutes from bookings where business_id = ${businessId}
      and status in ('Pending', 'Approved', 'InProgress', 'Completed', 'NoShow') and ${within("starts_at")}
      group by 1 order by 1`),
    offered: await rows(raw`select ${day("s.starts_at")} as key,
      sum(capacity * extract(epoch from ends_at - starts_at) / 60)::int as minutes
      from slots s join stations t on t.id = s.station_id where t.business_id = ${businessId}
      and ${within("s.starts_at")} group by 1 order by 1`),
    starts:
      await rows(raw`select extract(isodow from at)::int as weekday, extract(hour from at)::int as hour,
      count(*)::int as bookings from (
        select distinct b.id, date_trunc('hour', minute at time zone t.time_zone) as at
        from bookings b join stations t on t.id = b.station_id
        cross join generate_series(b.starts_at, b.ends_at - interval '1 ms', interval '1 minute') minute
        where b.business_id = ${businessId} and ${within("b.starts_at")}
        and b.status in ('Pending', 'Approved', 'InProgress', 'Completed', 'NoShow')
      ) held group by 1, 2 order by 1, 2`),
  };
}

/** The same as the reports say it. */
async function told(ctx: typeof office) {
  const query = ReadReport.parse(range);
  const [revenue, missed, used, starts] = [
    await readRevenue(ctx, query),
    await readNoShows(ctx, query),
    await readUtilization(ctx, query),
    await readStarts(ctx, ReadStarts.parse(range)),
  ];
  const minor = (amounts: readonly { amount: string }[]) =>
    amounts.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0);
  return {
    revenue: revenue.groups
      .filter((one) => one.sessions > 0)
      .map((one) => ({
        key: one.key,
        sessions: one.sessions,
        wh: Math.round(one.energyKwh * 1000),
        minor: minor(one.revenue),
      })),
    missed: missed.groups
      .filter(({ due }) => due > 0)
      .map(({ key, due, noShows }) => ({ key, due, missed: noShows })),
    used: used.groups
      .filter((one) => one.bookings > 0)
      .map((one) => ({ key: one.key, bookings: one.bookings, minutes: one.bookedMinutes })),
    offered: used.groups
      .filter(({ offeredMinutes }) => offeredMinutes > 0)
      .map(({ key, offeredMinutes }) => ({ key, minutes: offeredMinutes })),
    starts: starts.weekdays.flatMap(({ hours }, at) =>
      hours.flatMap((count, hour) =>
        count > 0 ? [{ weekday: at + 1, hour, bookings: count }] : [],
      ),
    ),
  };
}

/** Days that are read themselves in the office's reports. */
const readThemselves = async () => {
  const { parts } = await planDays(office, scopeOf(office, "report.read"), range);
  return (JSON.parse(parts) as { day: string }[]).map(({ day }) => day);
};

const isInside = (at: Date) =>
  at > new Date("2026-03-02T00:00:00Z") && at < new Date("2026-04-29T00:00:00Z");

let zone = "Europe/London";
async function expectTrue(why: string) {
  expect(await told(office), why).toEqual(await truth(place, zone));
}
async function changed(why: string, change: () => Promise<unknown>) {
  await change();
  await expectTrue(`${why}, at once`);
  expect(await readThemselves(), why).not.toEqual([]);
  await rollDays(job);
  await expectTrue(`${why}, added up`);
  expect(await readThemselves(), why).toEqual([]);
}

describe("days that are added up", async () => {
  const statuses = bookingStatus.options;
  const owner = await makeUser(db, "EvOwner");
  for (let at = 0; at < 120; at += 1) {
    const on = new Date(Date.UTC(2026, 1, 27) + at * 13.25 * 3_600_000).toISOString();
    const status = statuses[at % statuses.length] ?? "Pending";
    const isEnded = !["Pending", "Approved", "InProgress"].includes(status);
    await addBooking(
      db,
      at % 5 === 0 ? other : place,
      on,
      status,
      isEnded ? { owner, minutes: 30 + at } : {},
    );
    if (at % 3 === 0)
      await addSession(db, place, on, { totalMinor: 100 + at, taxMinor: at, energyWh: 1_000 + at });
  }
  await makeSlots(db, place.stationId, new Date("2026-03-28T00:00:00Z"), 60, { capacity: 3 });

  it("say what the tables say before, when none is, and after, when all are", async () => {
    await expectTrue("read themselves");
    expect(await readThemselves()).toHaveLength(61);
    expect(await rollDays(job)).toMatchObject({ days: expect.any(Number) });
    expect(await readThemselves()).toEqual([]);
    await expectTrue("added up");
    expect(await db.$count(reportStale)).toBe(0);
    expect(await rollDays(job)).toEqual({ days: 0 });
  });

  it("say it of every business together, and by week, month and station", async () => {
    for (const groupBy of ["week", "month", "station"]) {
      const of = async (query: object) =>
        readRevenue(admin, ReadReport.parse({ ...range, groupBy, ...query }));
      const rolled = await of({});
      await db.delete(reportCoverage);
      expect(await of({}), groupBy).toEqual(rolled);
      await rollDays(job);
    }
  });

  it("follow what changes of the past: late ends, no-shows, moves, cancellations, removals", async () => {
    const [some] = await db
      .select()
      .from(bookings)
      .where(eq(bookings.status, "Completed"))
      .limit(1);
    const mine = () => db.select().from(bookings).where(eq(bookings.businessId, place.businessId));
    const first = async (status: string) =>
      (await mine()).find((one) => one.status === status && isInside(one.startsAt))?.id ?? "";
    const set = async (id: string, to: Partial<typeof bookings.$inferInsert>) =>
      db.update(bookings).set(to).where(eq(bookings.id, id));
    expect(some).toBeDefined();
    await changed("a car that came late", async () =>
      set(await first("NoShow"), { status: "Completed" }),
    );
    await changed("a late cancellation", async () =>
      set(await first("InProgress"), { status: "CanceledByOperator" }),
    );
    await changed("a move to another day", async () =>
      set(await first("Completed"), {
        startsAt: new Date("2026-03-29T00:30:00Z"),
        endsAt: new Date("2026-03-29T02:30:00Z"),
      }),
    );
    await changed("a session told later", () =>
      addSession(db, place, "2026-03-29T23:30:00Z", { totalMinor: 5_000, energyWh: 9_999 }),
    );
    await changed("a session that is put right", async () =>
      db.update(sessions).set({ energyWh: 77 }).where(eq(sessions.businessId, place.businessId)),
    );
    await changed("one that is gone", async () => {
      const all = await db.select().from(sessions).where(eq(sessions.businessId, place.businessId));
      const row = all.find(({ endedAt }) => endedAt && isInside(endedAt));
      await db.delete(sessions).where(eq(sessions.id, row?.id ?? ""));
      await db.delete(bookings).where(eq(bookings.id, row?.bookingId ?? ""));
    });
  });

  it("are added up by hours anew where they had been by starts alone", async () => {
    const load = await readFile("db/migrations/0039_load-by-hour.sql", "utf8");
    await changed("another way to count", async () => {
      await db.update(reportHours).set({ bookings: 99 });
      await db.execute(raw.raw(load));
    });
    expect(await db.$count(reportHours, eq(reportHours.bookings, 99))).toBe(0);
  });

  it("follow an import of the past", async () => {
    const [station] = await db.execute<{ name: string }>(
      raw`select name from stations where id = ${place.stationId}`,
    );
    const lines = ["2026-03-01,23:50,2026-03-02,00:10", "2026-04-30,22:00,2026-04-30,23:59"].map(
      (times) => {
        const [day, start, end, stop] = times.split(",");
        return `7,1,${day},${start},${end},${stop},12.345,"${station?.name}"`;
      },
    );
    const source = `CP ID,Connector,Start Date,Start Time,End Date,End Time,Total kWh,Site\n${lines.join("\n")}`;
    await changed("an import", async () => {
      const { imported } = await importSessions(as(db, jobActor("import")), {
        source,
        businessId: place.businessId,
      });
      expect(imported).toBe(2);
    });
  });

  it("are those of the business's zone, also of another from now on", async () => {
    zone = "Asia/Kathmandu";
    expect((await told(office)).used).not.toEqual((await truth(place, zone)).used);
    await changed("another zone", () =>
      db.update(businesses).set({ timeZone: zone }).where(eq(businesses.id, place.businessId)),
    );
  });

  it("are not lost where somebody's change is under way while they are added up", async () => {
    let commit = () => {};
    const waits = new Promise<void>((resolve) => (commit = resolve));
    let written = () => {};
    const hasWritten = new Promise<void>((resolve) => (written = resolve));
    const change = db.transaction(async (tx) => {
      await tx
        .update(sessions)
        .set({ energyWh: 123 })
        .where(eq(sessions.businessId, place.businessId));
      written();
      await waits;
    });
    await hasWritten;
    await db
      .update(businesses)
      .set({ timeZone: "Europe/London" })
      .where(eq(businesses.id, place.businessId));
    zone = "Europe/London";
    await rollDays(job);
    commit();
    await change;
    await expectTrue("committed after it was added up");
    expect(await readThemselves()).not.toEqual([]);
    await rollDays(job);
    await expectTrue("and added up again");
  });
});
