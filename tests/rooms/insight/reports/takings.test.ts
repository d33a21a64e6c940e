import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { loginSessions } from "@/db/schema/accounts";
import { businesses } from "@/db/schema/businesses";
import { calendarDay } from "@/lib/core/calendar";
import type { UserActor } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import { toMinor } from "@/lib/core/money";
import { exportCash, readCash, readShift } from "@/lib/insight/reports";
import { ReadShift } from "@/lib/insight/reports/schema";

import { testDatabase } from "../../../support/database";
import { makeUser } from "../../../support/world";
import { refusal } from "../../charging/bookings/setting";
import { addBooking, addSession, addStation, as, makePlace, now, type Place } from "./setting";

const { db } = await testDatabase();

/** The same numbers in every run. */
function random(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 16_807) % 2_147_483_647;
    return Math.floor((state / 2_147_483_647) * below);
  };
}

const modes = ["cash", "cash", "cash", "card", "wallet", null] as const;

/** Sessions of several operators, in several currencies, paid in every way, over the days around the clocks' change. */
async function makeTakings(
  place: Place,
  others: readonly UserActor[],
  count: number,
  seed: number,
) {
  const below = random(seed);
  const people = [place.operator, ...others];
  for (let index = 0; index < count; index += 1) {
    const endedAt = new Date(Date.UTC(2026, 9, 30) + below(5 * 24 * 60) * 60_000);
    const totalMinor = below(5_000);
    const mode = modes[below(modes.length)] ?? null;
    const paidMinor = mode === null ? null : Math.max(0, totalMinor + below(2_000) - 700);
    const currency = below(4) === 0 ? "JPY" : "USD";
    const finalizedBy = people[below(people.length)]?.userId ?? null;
    const charge = { totalMinor, currency, energyWh: below(40_000) };
    const set = { paymentMode: mode, paidMinor, finalizedBy };
    await addSession(db, place, endedAt.toISOString(), charge, set);
  }
}

interface Summed extends Record<string, unknown> {
  readonly operator: string;
  readonly currency: string;
  readonly mode: string | null;
  readonly sessions: number;
  readonly charged: number;
  readonly received: number;
  readonly given: number;
  readonly due: number;
}

/** What SQL says of the sessions themselves. */
const summed = (where: ReturnType<typeof sql>, mode: boolean) =>
  db.execute<Summed>(sql`
    select finalized_by as operator, currency, ${mode ? sql`payment_mode` : sql`'cash'`} as mode,
      count(*)::int as sessions, sum(total_minor)::int as charged,
      sum(coalesce(paid_minor, 0))::int as received,
      sum(case when paid_minor > total_minor then paid_minor - total_minor else 0 end)::int as given,
      sum(case when coalesce(paid_minor, 0) < total_minor
        then total_minor - coalesce(paid_minor, 0) else 0 end)::int as due
    from sessions where status = 'Completed' and ${where} group by 1, 2, 3`);

const minor = ({ amount, currency }: { amount: string; currency: string }) =>
  toMinor(amount, currency);

interface Told {
  readonly operatorId: string | null;
  readonly mode?: string | null;
  readonly sessions: number;
  readonly charged: { amount: string; currency: string };
  readonly received: { amount: string; currency: string };
  readonly change: { amount: string; currency: string };
  readonly due: { amount: string; currency: string };
}
const spelled = (row: Told) =>
  JSON.stringify([
    row.operatorId,
    row.mode ?? null,
    row.charged.currency,
    row.sessions,
    ...[row.charged, row.received, row.change, row.due].map(minor),
  ]);
const asTold = (row: Summed) =>
  JSON.stringify([
    row.operator,
    row.mode,
    row.currency,
    row.sessions,
    row.charged,
    row.received,
    row.given,
    row.due,
  ]);

describe("cash by operator and day", () => {
  it("adds up to the sessions' own rows, on a day of 25 hours too", async () => {
    const place = await makePlace(db, "Cash Office");
    const { businessId, stationId } = place;
    const colleague = await makeUser(db, "Operator", { businessId, stationIds: [stationId] });
    await makeTakings(place, [colleague], 300, 7);
    await makeTakings(await makePlace(db, "Cash Rival"), [], 40, 8);
    const days = ["2026-10-30", "2026-10-31", "2026-11-01", "2026-11-02", "2026-11-03"];
    const office = as(db, place.office);
    const all = await readCash(office, { from: "2026-10-29", to: "2026-11-04" });
    // New York's clocks go back on 1 November: that day runs from 04:00Z to 05:00Z of the next.
    const starts = ["2026-10-30T04:00Z", "2026-10-31T04:00Z", "2026-11-01T04:00Z"].concat([
      "2026-11-02T05:00Z",
      "2026-11-03T05:00Z",
      "2026-11-04T05:00Z",
    ]);
    let compared = 0;
    for (const [index, day] of days.entries()) {
      const rows = await summed(
        sql`business_id = ${businessId} and payment_mode = 'cash'
          and ended_at >= ${starts[index]}::timestamptz and ended_at < ${starts[index + 1]}::timestamptz`,
        false,
      );
      const told = all.rows.filter((row) => row.day === day);
      const cash = told.map((row) => spelled({ ...row, mode: "cash" }));
      expect(cash.toSorted()).toEqual(rows.map(asTold).toSorted());
      compared += told.length;
      const alone = await readCash(office, { from: day, to: day, stationId });
      expect(alone.rows).toEqual(told);
    }
    expect(compared).toBeGreaterThanOrEqual(15);
    const [whole] = await db.execute<{ kept: number }>(sql`
      select sum(least(paid_minor, total_minor))::int as kept from sessions
      where business_id = ${businessId} and payment_mode = 'cash' and currency = 'USD'`);
    const usd = all.totals.find(({ kept }) => kept.currency === "USD");
    expect(usd && minor(usd.kept)).toBe(whole?.kept);
    expect(all.totals.map(({ kept }) => kept.currency)).toEqual(["JPY", "USD"]);
    expect(all.timeZone).toBe("America/New_York");
  });

  it.each([
    ["2026-11-01T03:59:59.999Z", "2026-10-31"],
    ["2026-11-01T04:00:00.000Z", "2026-11-01"],
    ["2026-11-02T04:59:59.999Z", "2026-11-01"],
    ["2026-11-02T05:00:00.000Z", "2026-11-02"],
    ["2026-03-08T04:59:59.999Z", "2026-03-07"],
    ["2026-03-09T03:59:59.999Z", "2026-03-08"],
    ["2026-03-09T04:00:00.000Z", "2026-03-09"],
  ])("%s is of %s", async (at, day) => {
    const place = await makePlace(db, `Cash ${at}`);
    await addSession(db, place, at, { totalMinor: 885 }, { paymentMode: "cash", paidMinor: 1_000 });
    expect(calendarDay(new Date(at), "America/New_York")).toBe(day);
    const { rows, totals } = await readCash(as(db, place.office, at), {});
    expect(rows).toMatchObject([
      {
        day,
        operatorId: place.operator.userId,
        operator: place.operator.name,
        sessions: 1,
        charged: { amount: "8.85" },
        received: { amount: "10.00" },
        change: { amount: "1.15" },
        kept: { amount: "8.85" },
        due: { amount: "0.00" },
      },
    ]);
    expect(totals).toHaveLength(1);
  });

  it("never sets one session's change off against another's due", async () => {
    const place = await makePlace(db, "Cash Both");
    const cash = { paymentMode: "cash" } as const;
    await addSession(
      db,
      place,
      "2026-05-31T12:00:00Z",
      { totalMinor: 500 },
      { ...cash, paidMinor: 900 },
    );
    await addSession(
      db,
      place,
      "2026-05-31T13:00:00Z",
      { totalMinor: 500 },
      { ...cash, paidMinor: 100 },
    );
    const { totals } = await readCash(as(db, place.office), {});
    expect(totals).toMatchObject([
      {
        sessions: 2,
        change: { amount: "4.00" },
        due: { amount: "4.00" },
        kept: { amount: "6.00" },
      },
    ]);
  });

  it("keeps days apart that are another in another zone, for the platform too", async () => {
    const at = "2026-06-01T02:00:00Z";
    const here = await makePlace(db, "Cash West");
    const there = await makePlace(db, "Cash East");
    await db
      .update(businesses)
      .set({ timeZone: "Asia/Kathmandu" })
      .where(eq(businesses.id, there.businessId));
    for (const place of [here, there]) {
      await addSession(db, place, at, { totalMinor: 100 }, { paymentMode: "cash", paidMinor: 100 });
    }
    const admin = await makeUser(db, "SystemAdmin");
    const days = { from: "2026-05-31", to: "2026-06-01" };
    const { rows, timeZone } = await readCash(as(db, admin), days);
    const of = ({ operator }: Place) =>
      rows.filter(({ operatorId }) => operatorId === operator.userId).map(({ day }) => day);
    expect([of(here), of(there), timeZone]).toEqual([["2026-05-31"], ["2026-06-01"], null]);
  });

  it("is a file of the same rows, whose names no spreadsheet reads as anything else", async () => {
    const place = await makePlace(db, "Cash File");
    const operator = await makeUser(db, "Operator", {
      businessId: place.businessId,
      stationIds: [place.stationId],
      name: "=1+1",
    });
    await addSession(
      db,
      place,
      "2026-05-31T12:00:00Z",
      { totalMinor: 885 },
      { paymentMode: "cash", paidMinor: 1_000, finalizedBy: operator.userId },
    );
    expect(await exportCash(as(db, place.office), {})).toBe(
      "\uFEFFday,operator,sessions,charged,received,change,kept,due,currency\r\n" +
        "2026-05-31,'=1+1,1,8.85,10.00,1.15,8.85,0.00,USD\r\n",
    );
  });

  it("is the office's, of its own stations alone", async () => {
    const [own, other] = [await makePlace(db, "Cash Own"), await makePlace(db, "Cash Other")];
    const asked = { stationId: other.stationId };
    expect(await refusal(readCash(as(db, own.office), asked))).toBe("station.not_found");
    expect(await refusal(exportCash(as(db, own.office), asked))).toBe("station.not_found");
    expect(await refusal(readCash(as(db, own.operator), {}))).toBe("request.forbidden");
  });
});

describe("a shift", () => {
  const range = { from: new Date("2026-10-31T03:17:00Z"), to: new Date("2026-11-02T21:05:00Z") };

  it("adds up to the sessions' own rows, one's own first", async () => {
    const place = await makePlace(db, "Shift Office");
    const { businessId, stationId } = place;
    const colleague = await makeUser(db, "Operator", { businessId, stationIds: [stationId] });
    await makeTakings(place, [colleague], 200, 9);
    const elsewhere = await addStation(db, businessId, { name: "Shift Two" });
    await makeTakings(elsewhere, [], 20, 10);
    const shift = await readShift(as(db, place.operator), range);
    const within = sql`station_id = ${stationId} and ended_at >= ${range.from.toISOString()}::timestamptz
      and ended_at < ${range.to.toISOString()}::timestamptz`;
    const rows = await summed(within, true);
    expect(shift.takings.map(spelled).toSorted()).toEqual(rows.map(asTold).toSorted());
    expect(rows.length).toBeGreaterThanOrEqual(12);
    const owns = shift.takings.map(({ own }) => own);
    expect(owns).toEqual(owns.toSorted((one, other) => Number(other) - Number(one)));
    expect(owns.filter(Boolean).length).toBeGreaterThan(0);
    for (const { own, operatorId } of shift.takings) {
      expect(own).toBe(operatorId === place.operator.userId);
    }
    const [told] = await db.execute<{ sessions: number; own: number; wh: number; due: number }>(sql`
      select count(*)::int as sessions, sum(energy_wh)::int as wh,
        count(*) filter (where finalized_by = ${place.operator.userId})::int as own,
        count(*) filter (where total_minor > coalesce(paid_minor, 0))::int as due
      from sessions where status = 'Completed' and ${within}`);
    expect(shift.finalized).toEqual({
      sessions: told?.sessions,
      own: told?.own,
      energyKwh: (told?.wh ?? 0) / 1_000,
    });
    expect(shift.stillDue).toHaveLength(Math.min(100, told?.due ?? 0));
    expect(shift.stillDue.map(({ endedAt }) => endedAt)).toEqual(
      shift.stillDue
        .map(({ endedAt }) => endedAt)
        .toSorted()
        .toReversed(),
    );
    const both = await readShift(as(db, place.office), range);
    expect(both.finalized.sessions).toBeGreaterThan(shift.finalized.sessions);
    expect(both.stations.map(({ name }) => name)).toEqual(["Shift Office One", "Shift Two"]);
    expect(await readShift(as(db, place.office), { ...range, stationId })).toMatchObject({
      finalized: { sessions: shift.finalized.sessions, own: 0 },
      totals: shift.totals,
    });
  });

  it("counts what began and ended in it, its first instant with it and its last not", async () => {
    const place = await makePlace(db, "Shift Edges");
    const [from, to] = [new Date("2026-06-01T10:00:00Z"), new Date("2026-06-01T11:00:00Z")];
    const first = { paymentMode: "cash", paidMinor: 300 } as const;
    await addSession(db, place, "2026-06-01T10:00:00.000Z", { totalMinor: 500 }, first);
    await addSession(db, place, "2026-06-01T11:00:00.000Z", { totalMinor: 500 });
    await addSession(db, place, "2026-06-01T09:59:59.999Z", { totalMinor: 500 });
    await addSession(
      db,
      place,
      "2026-06-01T10:30:00.000Z",
      { totalMinor: 0 },
      {
        status: "Aborted",
        paymentMode: null,
        paidMinor: null,
        finalizedBy: null,
      },
    );
    await addSession(
      db,
      place,
      "2026-06-01T10:45:00.000Z",
      { totalMinor: 0 },
      {
        status: "Active",
        endedAt: null,
      },
    );
    await addBooking(db, place, "2026-06-01T10:00:00Z", "NoShow");
    await addBooking(db, place, "2026-06-01T11:00:00Z", "NoShow");
    const shift = await readShift(as(db, place.operator, "2026-06-01T11:30:00Z"), { from, to });
    expect(shift).toMatchObject({
      // Half an hour before they ended: 10:00 and 10:15 in the shift, and 10:30.
      checkedIn: { sessions: 3, own: 3 },
      finalized: { sessions: 1, own: 1, energyKwh: 1 },
      aborted: 1,
      noShows: 1,
      // The car that charges is past its time by now.
      left: {
        charging: 1,
        exceptionCount: 1,
        exceptions: [{ kind: "Overstay" }],
      },
      stillDue: [
        { total: { amount: "5.00" }, received: { amount: "3.00" }, due: { amount: "2.00" } },
      ],
    });
  });

  it("begins with an operator's sign-in, and for others with the day", async () => {
    const place = await makePlace(db, "Shift Begins");
    const signIn = (startedAt: string, ended?: string) =>
      db.insert(loginSessions).values({
        id: newId(),
        userId: place.operator.userId,
        startedAt: new Date(startedAt),
        expiresAt: new Date("2126-01-01T00:00:00Z"),
        endedAt: ended ? new Date(ended) : null,
      });
    const begins = async (actor: UserActor) => (await readShift(as(db, actor), {})).from;
    const midnight = "2026-06-01T04:00:00.000Z";
    expect(await begins(place.operator), "not signed in that anybody knows").toBe(midnight);
    await signIn("2026-06-01T05:00:00Z");
    await signIn("2026-06-01T09:30:00Z");
    await signIn("2026-06-01T10:30:00Z", "2026-06-01T11:00:00Z");
    expect(await begins(place.operator)).toBe("2026-06-01T09:30:00.000Z");
    await signIn("2026-06-02T10:30:00Z");
    expect(await begins(place.operator), "by a clock that is ahead").toBe(now.toISOString());
    expect(await begins(place.office)).toBe(midnight);
    expect(await begins(await makeUser(db, "SystemAdmin"))).toBe("2026-06-01T00:00:00.000Z");
  });

  it("is of one's own stations alone, and no owner's", async () => {
    const [own, other] = [await makePlace(db, "Shift Own"), await makePlace(db, "Shift Other")];
    const asked = { ...range, stationId: other.stationId };
    for (const actor of [own.operator, own.office]) {
      expect(await refusal(readShift(as(db, actor), asked))).toBe("station.not_found");
    }
    const admin = await makeUser(db, "SystemAdmin");
    expect(await refusal(readShift(as(db, admin), asked))).toBe("done");
    const owner = await makeUser(db, "EvOwner");
    expect(await refusal(readShift(as(db, owner), {}))).toBe("request.forbidden");
  });

  it.each([
    [{ from: "2026-06-01T00:00:00Z", to: "2026-06-01T00:00:00Z" }, false],
    [{ from: "2026-06-01T00:00:00Z", to: "2026-07-02T00:00:00Z" }, true],
    [{ from: "2026-06-01T00:00:00Z", to: "2026-07-02T00:00:00.001Z" }, false],
    [{ from: "2026-06-01T00:00:00Z" }, true],
    [{ to: "2026-06-01" }, false],
  ])("asked for as %j: %s", (query, isTaken) => {
    expect(ReadShift.safeParse(query).success).toBe(isTaken);
  });
});
