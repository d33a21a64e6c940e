import { asc, eq, sql } from "drizzle-orm";
import { expect } from "vitest";

import { bookings, qrTokens } from "@/db/schema/bookings";
import { outboxEvents } from "@/db/schema/outbox";
import { settings } from "@/db/schema/settings";
import { approveBooking, createBooking } from "@/lib/charging/bookings";
import type { BookingStatus, BookingView } from "@/lib/charging/bookings/schema";
import type { Actor, UserActor } from "@/lib/core/actor";
import type { Config } from "@/lib/core/config";
import type { Context, Db } from "@/lib/core/context";
import { isAppError } from "@/lib/core/errors";
import { jobActor } from "@/lib/core/job-actor";
import { invariants } from "@/lib/process/room-parts";
import { makeContext } from "@/lib/process/wiring";
import type { JobName } from "@/lib/words";

import { auditsOf, type AuditRow } from "../../../support/audits";
import { fileClock } from "../../../support/file-clock";
import { hours, type TestClock } from "../../../support/test-clock";
import {
  makeBusiness,
  makeSlots,
  makeStation,
  makeUser,
  testConfig,
  testStart,
} from "../../../support/world";

/** The instant so many hours after the tests' start. */
export const at = (hour: number, ms = 0) => new Date(testStart.getTime() + hours(hour) + ms);

export interface Setting {
  readonly db: Db;
  readonly clock: TestClock;
  readonly businessId: string;
  /** The station most tests book at: four places, hourly slots for 14 days. */
  readonly stationId: string;
  readonly operator: UserActor;
  readonly office: UserActor;
  readonly admin: UserActor;
  as(actor: Actor, config?: Config): Context;
  job(name: JobName): Context;
  owner(): Promise<UserActor>;
  station(options?: Parameters<typeof makeStation>[2] & { capacity?: number }): Promise<string>;
  operatorAt(stationId: string): Promise<UserActor>;
  /** Books `[from, to)` in hours after the start. */
  book(owner: Actor, from: number, to?: number, stationId?: string): Promise<BookingView>;
  approved(owner: Actor, from: number, to?: number, stationId?: string): Promise<BookingView>;
  status(id: string): Promise<BookingStatus>;
  force(id: string, status: BookingStatus): Promise<void>;
  audits(id: string): Promise<AuditRow[]>;
  events(id: string): Promise<string[]>;
  qr(id: string): Promise<(typeof qrTokens.$inferSelect)[]>;
  set(name: string, value: number, stationId?: string): Promise<void>;
  /** `reserved` of the station's slots that are not empty, by hours after the start. */
  reserved(stationId?: string): Promise<Record<number, number>>;
  /** What must be true after anything: counts recompute, transitions are audited. */
  holds(): Promise<void>;
}

export async function settingOf(db: Db): Promise<Setting> {
  const clock = fileClock(testStart);
  const as = (actor: Actor, config: Config = testConfig) =>
    makeContext({ db, actor, clock, config });
  const { id: businessId } = await makeBusiness(db);
  const station: Setting["station"] = async ({ capacity = 4, ...options } = {}) => {
    const { id } = await makeStation(db, businessId, options);
    await makeSlots(db, id, at(-2), 24 * 14 + 2, { capacity });
    return id;
  };
  const stationId = await station();
  const operatorAt = (id: string) => makeUser(db, "Operator", { businessId, stationIds: [id] });
  const operator = await operatorAt(stationId);
  const book: Setting["book"] = (owner, from, to = from + 1, where = stationId) =>
    createBooking(as(owner), { stationId: where, startsAt: at(from), endsAt: at(to) });
  return {
    db,
    clock,
    businessId,
    stationId,
    operator,
    office: await makeUser(db, "Backoffice", { businessId }),
    admin: await makeUser(db, "SystemAdmin"),
    as,
    job: (name) => as(jobActor(name)),
    owner: () => makeUser(db, "EvOwner"),
    station,
    operatorAt,
    book,
    async approved(owner, from, to, where = stationId) {
      const { id } = await book(owner, from, to, where);
      const staff = where === stationId ? operator : await operatorAt(where);
      return approveBooking(as(staff), { id });
    },
    async status(id) {
      const [row] = await db.select().from(bookings).where(eq(bookings.id, id));
      return row?.status ?? "Rejected";
    },
    async force(id, status) {
      await db.update(bookings).set({ status }).where(eq(bookings.id, id));
    },
    audits: (id) => auditsOf(db, id),
    async events(id) {
      const rows = await db
        .select()
        .from(outboxEvents)
        .where(sql`${outboxEvents.payload} ->> 'bookingId' = ${id}`)
        .orderBy(asc(outboxEvents.id));
      return rows.map(({ type }) => type);
    },
    qr: (id) =>
      db.select().from(qrTokens).where(eq(qrTokens.bookingId, id)).orderBy(asc(qrTokens.issuedAt)),
    async set(name, value, where = stationId) {
      const row = { scope: "Station" as const, scopeId: where, name, value, updatedAt: testStart };
      await db
        .insert(settings)
        .values(row)
        .onConflictDoUpdate({
          target: [settings.scope, settings.scopeId, settings.name],
          set: { value },
        });
    },
    async reserved(where = stationId) {
      const rows = await db.execute<{ hour: number; reserved: number }>(sql`
        select (extract(epoch from starts_at - ${testStart.toISOString()}::timestamptz) / 3600)::int as hour,
          reserved from slots where station_id = ${where} and reserved <> 0`);
      return Object.fromEntries(rows.map(({ hour, reserved }) => [hour, reserved]));
    },
    holds: () => assertInvariants(db),
  };
}

/** The invariants of product.md, as `npm run invariants` asks for them: of slots, and of audited changes of bookings. */
export async function assertInvariants(db: Db): Promise<void> {
  const ctx = makeContext({ db, actor: jobActor("invariants"), config: testConfig });
  const asked = invariants.filter(({ name }) => /^slots:|^bookings: every status/.test(name));
  expect(asked).toHaveLength(2);
  for (const { name, find } of asked) expect(await find(ctx), name).toEqual([]);
}

/** What a call was refused with; `done` when it was not. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "done";
  } catch (error) {
    if (!isAppError(error)) throw error;
    return error.code;
  }
}
