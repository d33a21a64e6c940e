import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { users } from "@/db/schema/accounts";
import { audits } from "@/db/schema/audit";
import type { AgreedTariff } from "@/db/schema/bookings";
import { bookings } from "@/db/schema/bookings";
import { receipts } from "@/db/schema/sessions";
import { approveBooking, cancelBooking, createBooking, readQr } from "@/lib/charging/bookings";
import type { Actor, UserActor } from "@/lib/core/actor";
import { isAppError } from "@/lib/core/errors";
import {
  checkIn,
  finalizeSession,
  listActiveSessions,
  listSessions,
  readCdr,
  readReceipt,
  readReceiptPage,
  readReceiptPdf,
  readSession,
  updateSession,
} from "@/lib/charging/sessions";
import { FinalizeSession } from "@/lib/charging/sessions/schema";
import { authorize } from "@/lib/core/permissions";
import { storeTariff } from "@/lib/money/tariffs/inside";
import { makeContext } from "@/lib/process/wiring";

import { auditsOf } from "../../../support/audits";
import { testDatabase } from "../../../support/database";
import { fileClock } from "../../../support/file-clock";
import { hours, minutes } from "../../../support/test-clock";
import {
  energyTariff,
  makeBusiness,
  makeSlots,
  makeStation,
  makeUser,
  testConfig,
  testStart,
} from "../../../support/world";

const { db } = await testDatabase({ max: 30 });
const clock = fileClock(testStart);
const as = (actor: Actor) => makeContext({ db, actor, clock, config: testConfig });
const startsAt = new Date(testStart.getTime() + hours(4));
const endsAt = new Date(startsAt.getTime() + hours(1));
const page = { page: 1, limit: 10 };

interface Site {
  readonly id: string;
  readonly connectorIds: string[];
  readonly businessId: string;
  readonly operator: UserActor;
}

async function makeSite(
  tariff: AgreedTariff = energyTariff,
  connectors = 2,
  capacity = 4,
): Promise<Site> {
  const { id: businessId } = await makeBusiness(db);
  const station = await makeStation(db, businessId, { tariff, connectors, approval: "Manual" });
  await makeSlots(db, station.id, startsAt, 4, { capacity });
  const operator = await makeUser(db, "Operator", { businessId, stationIds: [station.id] });
  return { ...station, businessId, operator };
}

/** A booking of a new owner, approved; the clock stands at its start afterwards. */
async function arrive(site: Site): Promise<{ owner: UserActor; bookingId: string; qr: string }> {
  clock.set(testStart);
  const owner = await makeUser(db, "EvOwner");
  const booking = await createBooking(as(owner), { stationId: site.id, startsAt, endsAt });
  await approveBooking(as(site.operator), { id: booking.id });
  const { token } = await readQr(as(owner), { id: booking.id });
  clock.set(startsAt);
  return { owner, bookingId: booking.id, qr: token };
}

/** A car that charges since the start of its slot. */
async function charge(site: Site) {
  const arrival = await arrive(site);
  const session = await checkIn(as(site.operator), { qr: arrival.qr });
  return { ...arrival, session };
}

const finalize = (site: Site, input: unknown) =>
  finalizeSession(as(site.operator), FinalizeSession.parse(input));

async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "done";
  } catch (error) {
    if (isAppError(error)) return error.code;
    throw error;
  }
}

describe("check-in", () => {
  it("starts a session now on the free connector with the lowest number", async () => {
    const site = await makeSite();
    const first = await charge(site);
    expect(first.session).toMatchObject({
      status: "Active",
      startedAt: startsAt.toISOString(),
      connector: { number: 1 },
      booking: { status: "InProgress" },
    });
    const second = await charge(site);
    expect(second.session.connector.number).toBe(2);
    const third = await arrive(site);
    expect(await refusal(checkIn(as(site.operator), { qr: third.qr }))).toBe(
      "session.no_connector",
    );
  });

  it("takes the connector that is given, and leaves the code unused when a car is there", async () => {
    const site = await makeSite();
    const [, second = ""] = site.connectorIds;
    const first = await arrive(site);
    const operator = as(site.operator);
    expect((await checkIn(operator, { qr: first.qr, connectorId: second })).connector.number).toBe(
      2,
    );
    const next = await arrive(site);
    const busy = checkIn(operator, { qr: next.qr, connectorId: second });
    expect(await refusal(busy)).toBe("session.connector_busy");
    const foreign = await makeSite();
    const [other = ""] = foreign.connectorIds;
    const elsewhere = checkIn(operator, { qr: next.qr, connectorId: other });
    expect(await refusal(elsewhere)).toBe("connector.not_found");
    expect((await checkIn(operator, { qr: next.qr })).connector.number).toBe(1);
  });

  it("gives two who arrive at once two connectors", async () => {
    const site = await makeSite();
    const [a, b] = [await arrive(site), await arrive(site)];
    const both = await Promise.all([a, b].map(({ qr }) => checkIn(as(site.operator), { qr })));
    expect(both.map(({ connector }) => connector.number).toSorted()).toEqual([1, 2]);
  });

  it("answers the running session to an override of the used code", async () => {
    const site = await makeSite();
    const { qr, session } = await charge(site);
    const operator = as(site.operator);
    expect(await refusal(checkIn(operator, { qr }))).toBe("qr.already_used");
    const again = await checkIn(operator, { qr, override: { reason: "Phone was restarted" } });
    expect(again.id).toBe(session.id);
  });

  it("refuses the code that a deactivated owner kept, unless the operator says why", async () => {
    const site = await makeSite();
    const { qr, owner, bookingId } = await arrive(site);
    await db.update(users).set({ status: "Deactivated" }).where(eq(users.id, owner.userId));
    const operator = as(site.operator);
    expect(await refusal(checkIn(operator, { qr }))).toBe("qr.owner_deactivated");
    const override = { reason: "Stood at the gate with an empty battery" };
    expect((await checkIn(operator, { qr, override })).status).toBe("Active");
    const audits = await auditsOf(db, bookingId);
    expect(audits.at(-1)).toMatchObject({ action: "Checkin", reason: override.reason });
    // The code is used up like any other.
    expect(await refusal(checkIn(operator, { qr }))).toBe("qr.already_used");
  });

  it("asks for the meter where the price has nothing else to go by, and ends nothing", async () => {
    const site = await makeSite(tariff({ mode: "Energy", perKwhMinor: 45, perHourMinor: null }));
    const { bookingId } = await charge(site);
    expect(await refusal(finalize(site, { bookingId }))).toBe("session.meter_required");
    expect(await finalize(site, { bookingId, kWh: 1 })).toMatchObject({ status: "Completed" });
  });

  it("is for the operators of the station alone", async () => {
    const site = await makeSite();
    const { qr, owner } = await arrive(site);
    const stranger = (await makeSite()).operator;
    expect(await refusal(checkIn(as(stranger), { qr }))).toBe("qr.wrong_station");
    expect(await refusal(checkIn(as(owner), { qr }))).toBe("request.forbidden");
  });
});

const tariff = (over: Partial<AgreedTariff>): AgreedTariff => ({
  ...energyTariff,
  perHourMinor: null,
  perKwhMinor: null,
  ...over,
});

describe("the total, to the cent with tax", () => {
  it.each<[string, AgreedTariff, number, string | undefined, string, string, string]>([
    ["energy by the meter", energyTariff, 65, "18.2", "8.19", "0.73", "8.92"],
    ["energy by time without a meter", energyTariff, 61, undefined, "12.00", "1.07", "13.07"],
    ["no energy at all", energyTariff, 65, "0", "0.00", "0.00", "0.00"],
    ["the most energy", energyTariff, 65, "1000", "450.00", "39.94", "489.94"],
    ["a flat fee", tariff({ mode: "Flat", feeMinor: 750 }), 10, "3", "7.50", "0.67", "8.17"],
    [
      "time per 30 minutes begun",
      tariff({ mode: "Time", perHourMinor: 350, billingIncrementMinutes: 30 }),
      61,
      undefined,
      "5.25",
      "0.47",
      "5.72",
    ],
    [
      "a minimum fee not reached",
      tariff({ mode: "Hybrid", minimumFeeMinor: 400, perKwhMinor: 45 }),
      65,
      "2.5",
      "4.00",
      "0.36",
      "4.36",
    ],
  ])("%s", async (_, agreed, length, kWh, subtotal, tax, total) => {
    const site = await makeSite(agreed);
    const { bookingId } = await charge(site);
    clock.advance(minutes(length));
    const done = await finalize(site, { bookingId, kWh });
    expect(done).toMatchObject({
      status: "Completed",
      totals: { subtotal: { amount: subtotal }, tax: { amount: tax }, total: { amount: total } },
      payment: { mode: null, amount: { amount: "0.00" }, due: { amount: total } },
    });
  });

  it.each(["1000.001", "1.2345", "-1", "1e3", "abc", 1001])("refuses %s kWh", (kWh) => {
    const bookingId = "01900000-0000-7000-8000-000000000000";
    expect(FinalizeSession.safeParse({ bookingId, kWh }).success).toBe(false);
  });
});

describe("finalize", () => {
  it("completes the booking, tells change and due, and answers the same again", async () => {
    const site = await makeSite();
    const { bookingId } = await charge(site);
    clock.advance(minutes(55));
    const payment = { mode: "CASH", amount: 10 };
    const done = await finalize(site, { bookingId, kWh: 18.2, payment, notes: "All good" });
    expect(done).toMatchObject({
      kWh: 18.2,
      metered: true,
      payment: { mode: "cash", change: { amount: "1.08" }, due: { amount: "0.00" } },
      notes: "All good",
    });
    clock.advance(minutes(5));
    expect(await finalize(site, { bookingId, kWh: 999 })).toEqual(done);
    const [booking] = await db.select().from(bookings).where(eq(bookings.id, bookingId));
    expect(booking?.status).toBe("Completed");
  });

  it("twenty times at once makes one charge, one receipt and one audit record", async () => {
    const site = await makeSite();
    const { bookingId, session } = await charge(site);
    clock.advance(minutes(30));
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => finalize(site, { bookingId, kWh: index + 1 })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const issued = await db.select().from(receipts).where(eq(receipts.sessionId, session.id));
    expect(issued).toHaveLength(1);
    const deeds = await db.select().from(audits).where(eq(audits.entityId, session.id));
    expect(deeds.filter(({ action }) => action === "Finalize")).toHaveLength(1);
  });

  it("asks for the meter where the price has nothing else to go by, and ends nothing", async () => {
    const site = await makeSite(tariff({ mode: "Energy", perKwhMinor: 45, perHourMinor: null }));
    const { bookingId } = await charge(site);
    expect(await refusal(finalize(site, { bookingId }))).toBe("session.meter_required");
    expect(await finalize(site, { bookingId, kWh: 1 })).toMatchObject({ status: "Completed" });
  });

  it("is for the operators of the station alone", async () => {
    const site = await makeSite();
    const { bookingId, owner } = await charge(site);
    const input = FinalizeSession.parse({ bookingId });
    const stranger = (await makeSite()).operator;
    expect(await refusal(finalizeSession(as(stranger), input))).toBe("session.not_found");
    expect(await refusal(finalizeSession(as(owner), input))).toBe("request.forbidden");
  });

  it("numbers receipts without gaps, for each business", async () => {
    const site = await makeSite();
    const first = await charge(site);
    const second = await charge(site);
    const numbers = [];
    for (const { bookingId } of [first, second]) {
      numbers.push((await finalize(site, { bookingId, kWh: 1 })).receiptNumber);
    }
    expect(numbers[0]).toMatch(/^R-[0-9A-Z]{6}-2026-000001$/);
    expect(numbers[1]).toBe(numbers[0]?.replace("000001", "000002"));
  });
});

describe("a running session", () => {
  it("is paused and resumed, and bills the pause as time", async () => {
    const site = await makeSite(tariff({ mode: "Time", perHourMinor: 600 }));
    const { bookingId, session } = await charge(site);
    const change = (input: { paused?: boolean; notes?: string | null }) =>
      updateSession(as(site.operator), { id: session.id, ...input });
    clock.advance(minutes(10));
    expect((await change({ paused: true })).pausedAt).toBe(clock.now().toISOString());
    expect(await refusal(change({ paused: true }))).toBe("session.paused");
    clock.advance(minutes(40));
    expect((await change({ paused: false, notes: "Cable reseated" })).pausedAt).toBeNull();
    expect(await refusal(change({ paused: false }))).toBe("session.not_paused");
    clock.advance(minutes(15));
    expect(await readSession(as(site.operator), session)).toMatchObject({ overstay: true });
    const done = await finalize(site, { bookingId });
    expect(done).toMatchObject({ notes: "Cable reseated", totals: { time: { amount: "12.00" } } });
    expect(await refusal(change({ notes: "Too late" }))).toBe("session.ended");
  });

  it("ends without charges when the booking is aborted on site", async () => {
    const site = await makeSite();
    const { bookingId, session } = await charge(site);
    const input = { id: bookingId, reason: "Charger is broken", chargeFee: false };
    await cancelBooking(as(site.operator), input);
    expect(await readSession(as(site.operator), session)).toMatchObject({
      status: "Aborted",
      totals: null,
      receiptNumber: null,
    });
    expect(await refusal(finalize(site, { bookingId }))).toBe("session.ended");
    expect((await charge(site)).session.connector.number).toBe(1);
  });

  it("is seen by its owner, its operators, its business and the admin alone", async () => {
    const site = await makeSite();
    const { owner, session } = await charge(site);
    const { businessId } = site;
    const seers = [
      owner,
      site.operator,
      await makeUser(db, "Backoffice", { businessId }),
      await makeUser(db, "SystemAdmin"),
    ];
    for (const actor of seers) {
      expect((await readSession(as(actor), session)).id).toBe(session.id);
      const active = await listActiveSessions(as(actor), { ...page, stationId: site.id });
      expect(active.total).toBe(1);
    }
    const others = [await makeUser(db, "EvOwner"), (await makeSite()).operator];
    for (const actor of others) {
      expect(await refusal(readSession(as(actor), session))).toBe("session.not_found");
      const seen = await listSessions(as(actor), { ...page, sort: "-startedAt" });
      expect(seen.items.map(({ id }) => id)).not.toContain(session.id);
    }
  });
});

describe("a receipt", () => {
  it("stays as it was issued, is escaped, fits one page, and is its owner's alone", async () => {
    const site = await makeSite();
    const { owner, bookingId, session } = await charge(site);
    const notes = "<script>alert(1)</script>";
    clock.advance(minutes(65));
    const { receiptNumber } = await finalize(site, { bookingId, kWh: 18.2, notes });
    const number = receiptNumber ?? "";
    const issued = await readReceipt(as(owner), { number });
    expect(issued).toMatchObject({
      total: { amount: "8.92", currency: "USD" },
      taxPercent: 8.875,
      minutes: 65,
      lines: [{ text: "Energy, 18.2 kWh at $0.45/kWh", amount: { amount: "8.19" } }],
    });
    const station = authorize(
      as(site.operator),
      "session.finalize",
      { stationId: site.id },
      "station.not_found",
    );
    await storeTariff(as(site.operator), station, { ...energyTariff, perKwhMinor: 99 });
    expect(await readReceipt(as(owner), { number: number.toLowerCase() })).toEqual(issued);

    const html = String((await readReceiptPage(as(owner), { number })).content);
    for (const part of [number, "$8.92", "8.875%", "12:00 PM GMT-4", "Eastern Time (GMT-4)"]) {
      expect(html).toContain(part);
    }
    // The way back and the PDF, for each reader where they came from.
    const { baseUrl } = testConfig;
    expect(html).toContain(`href="${baseUrl}/owner"`);
    expect(html).toContain(`href="${baseUrl}/api/v1/receipts/${number}.pdf"`);
    const office = await makeUser(db, "Backoffice", { businessId: site.businessId });
    const officePage = String((await readReceiptPage(as(office), { number })).content);
    expect(officePage).toContain(`href="${baseUrl}/backoffice/bookings/${bookingId}"`);
    const pdf = Buffer.from((await readReceiptPdf(as(owner), { number })).content);
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(1);

    const stranger = await makeUser(db, "EvOwner");
    expect(await refusal(readReceipt(as(stranger), { number }))).toBe("receipt.not_found");
    expect(await refusal(readReceipt(as(owner), { number: "R-\0" }))).toBe("receipt.not_found");
    expect(await readCdr(as(owner), session)).toMatchObject({
      total_energy: 18.2,
      total_cost: { excl_vat: 8.19, incl_vat: 8.92 },
      cdr_location: { country: "USA", city: "Albany" },
      invoice_reference_id: number,
    });
  });
});
