import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { bookings } from "@/db/schema/bookings";
import { slots } from "@/db/schema/schedules";
import { stations } from "@/db/schema/stations";
import {
  approveBooking,
  cancelBooking,
  drawQr,
  makeCalendarFile,
  markNoShows,
  modifyBooking,
  readQr,
} from "@/lib/charging/bookings";
import { admitBooking } from "@/lib/charging/bookings/inside";
import type { UserActor } from "@/lib/core/actor";
import type { KeyRing } from "@/lib/core/config";
import { isAppError } from "@/lib/core/errors";

import { testDatabase } from "../../../support/database";
import { makeBusiness, makeUser, testConfig } from "../../../support/world";
import { at, refusal, settingOf } from "./setting";

const { db } = await testDatabase();
const s = await settingOf(db);
const minute = 60_000;
const oldKey = testConfig.qrKeys[0];
const newKey = { id: "q2", secret: "another-qr-secret-0123456789abcdefghi" };
const withKeys = (...qrKeys: KeyRing) => ({ ...testConfig, qrKeys });

const admit = (qr: string, actor: UserActor = s.operator) => admitBooking(s.as(actor), { qr });

/** An approved booking at the hour and its token. */
async function approved(hour: number, stationId?: string) {
  const owner = await s.owner();
  const { id, qr } = await s.approved(owner, hour, hour + 1, stationId);
  return { id, owner, token: qr?.token ?? "", code: qr?.code ?? "" };
}

const stationOf = async (id: string) => {
  const [row] = await db.select().from(stations).where(eq(stations.id, id));
  return row;
};

async function messageOf(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return isAppError(error) ? error.message : String(error);
}

describe("the token", () => {
  it("says nothing about a person, and is the same each time it is read", async () => {
    const { id, owner, token, code } = await approved(20);
    expect(token).toMatch(/^v1\.[\w-]+\.[\w-]{43}$/);
    const payload = Buffer.from(token.split(".")[1] ?? "", "base64url").toString();
    expect(Object.keys(JSON.parse(payload))).toEqual(["b", "o", "i", "e", "k"]);
    for (const fact of [owner.userId, owner.ownerNic ?? "", owner.name]) {
      expect(payload).not.toContain(fact);
    }
    expect(code).toMatch(/^[234679CDFGHJKMNPQRTVWXY]{8}$/);
    const again = await readQr(s.as(owner), { id });
    expect(again).toMatchObject({ token, code });
  });

  it("is for its Active owner alone", async () => {
    const { id, owner } = await approved(21);
    expect(await refusal(readQr(s.as(await s.owner()), { id }))).toBe("booking.not_found");
    expect(await refusal(readQr(s.as({ ...owner, status: "Deactivated" }), { id }))).toBe(
      "owner.deactivated",
    );
    const pending = await s.book(await s.owner(), 21);
    const reader = await db.select().from(bookings).where(eq(bookings.id, pending.id));
    expect(reader[0]?.status).toBe("Pending");
    expect((await s.qr(pending.id)).length).toBe(0);
  });

  it("is drawn as PNG and SVG", async () => {
    const { id, owner } = await approved(22);
    const png = await drawQr(s.as(owner), { id, format: "png" });
    expect(Buffer.from(png.content).subarray(1, 4).toString()).toBe("PNG");
    const svg = await drawQr(s.as(owner), { id, format: "svg" });
    expect(svg.content).toMatch(/^<svg[^]*<\/svg>\s*$/);
  });

  it("verifies with both keys of a rotation, and no longer when its key is gone", async () => {
    const { id, owner, token } = await approved(23);
    s.clock.set(at(23));
    const enter = (qr: string, ...keys: KeyRing) =>
      refusal(admitBooking(s.as(s.operator, withKeys(...keys)), { qr }));
    expect(await enter(token, newKey)).toBe("qr.bad_signature");
    // The owner's wallet shows a token of the new key then, for the same code.
    const renewed = await readQr(s.as(owner, withKeys(newKey)), { id });
    expect(renewed.token).not.toBe(token);
    expect(await enter(renewed.token, oldKey)).toBe("qr.bad_signature");
    expect(await enter(token, newKey, oldKey)).toBe("done");
    s.clock.set(at(0));
  });
});

describe("the check-in window", () => {
  it("opens 15 minutes before the start and closes 30 minutes after it, to the millisecond", async () => {
    for (const [offset, code] of [
      [-15 * minute - 1, "qr.too_early"],
      [-15 * minute, "done"],
      [30 * minute, "done"],
      [30 * minute + 1, "qr.expired"],
    ] as const) {
      const { token } = await approved(26);
      s.clock.set(at(26, offset));
      expect(await refusal(admit(token))).toBe(code);
      s.clock.set(at(0));
    }
  });

  it("is told in the station's time", async () => {
    const station = await s.station();
    const operator = await s.operatorAt(station);
    const { token } = await approved(26, station);
    s.clock.set(at(25));
    expect(await messageOf(admit(token, operator))).toBe(
      "It is too early: check-in opens at 09:45 New York time on 2026-06-02.",
    );
    s.clock.set(at(27));
    await expect(admit(token, operator)).rejects.toMatchObject({
      details: { placesLeft: 4 },
      message:
        "The check-in window closed at 10:30 New York time on 2026-06-02. 4 places are free now: one can be given as a walk-in.",
    });
    await db.update(slots).set({ capacity: 0 }).where(eq(slots.stationId, station));
    expect(await messageOf(admit(token, operator))).toContain("No place is left now.");
    s.clock.set(at(0));
  });

  it("is the settings' at the time of issue", async () => {
    const station = await s.station();
    await s.set("checkInBeforeMinutes", 60, station);
    const { token } = await approved(28, station);
    await s.set("checkInBeforeMinutes", 5, station);
    s.clock.set(at(27));
    expect(await refusal(admit(token, await s.operatorAt(station)))).toBe("done");
    s.clock.set(at(0));
  });
});

describe("a refusal", () => {
  it("tells a changed, a foreign and a broken token", async () => {
    const { token } = await approved(30);
    const other = await approved(30);
    const [, body = "", signature = ""] = token.split(".");
    const [, foreign = ""] = other.token.split(".");
    const payload = JSON.parse(Buffer.from(body, "base64url").toString());
    const forged = Buffer.from(JSON.stringify({ ...payload, e: payload.e + 1 })).toString(
      "base64url",
    );
    s.clock.set(at(30));
    for (const bad of [
      "",
      "v1",
      "booking",
      `v1.${foreign}.${signature}`,
      `v1.${forged}.${signature}`,
      `v2.${body}.${signature}`,
      `v1.${body}.${"A".repeat(43)}`,
      `v1.${Buffer.from("null").toString("base64url")}.${signature}`,
      `${token}x`,
      "v1.".padEnd(5_000, "a"),
    ]) {
      expect(await refusal(admit(bad))).toBe("qr.bad_signature");
    }
    s.clock.set(at(0));
  });

  it("tells a code that was replaced by a move, though it was read before", async () => {
    const { id, owner, token, code } = await approved(40);
    await modifyBooking(s.as(owner), { id, startsAt: at(42), endsAt: at(43) });
    const { qr } = await approveBooking(s.as(s.operator), { id });
    s.clock.set(at(42));
    await expect(admit(token)).rejects.toMatchObject({
      code: "qr.superseded",
      details: { startsAt: at(42), status: "Approved" },
      message: expect.stringContaining("the booking is now at 02:00 New York time on 2026-06-03"),
    });
    expect(await refusal(admitBooking(s.as(s.operator), { code }))).toBe("qr.superseded");
    expect(await refusal(admit(qr?.token ?? ""))).toBe("done");
    s.clock.set(at(0));
  });

  it("tells the wrong station, and nothing else about the booking", async () => {
    const { token } = await approved(44);
    const elsewhere = await s.operatorAt(await s.station());
    const stationName = (await stationOf(s.stationId))?.name;
    await expect(admit(token, elsewhere)).rejects.toMatchObject({
      code: "qr.wrong_station",
      details: { isOurs: true, stationName },
      message: expect.stringContaining("a station you are not assigned to"),
    });
    const { id: businessId } = await makeBusiness(db);
    const foreign = await makeUser(db, "Operator", { businessId, stationIds: [] });
    await expect(admit(token, foreign)).rejects.toMatchObject({
      details: { isOurs: false, stationName: "" },
      message: "This booking is for a station of another business.",
    });
  });

  it("A22: does not tell another business that it guessed a code", async () => {
    const { code } = await approved(45);
    const { id: businessId } = await makeBusiness(db);
    const foreign = await makeUser(db, "Operator", { businessId, stationIds: [] });
    const sibling = await s.operatorAt(await s.station());
    const type = (actor: UserActor) => refusal(admitBooking(s.as(actor), { code }));
    expect(await type(foreign)).toBe("qr.unknown_code");
    expect(await type(sibling)).toBe("qr.wrong_station");
  });

  it("tells a cancelled booking by its status", async () => {
    const { id, owner, token } = await approved(46);
    await cancelBooking(s.as(owner), { id, chargeFee: false });
    s.clock.set(at(46));
    await expect(admit(token)).rejects.toMatchObject({
      code: "qr.wrong_status",
      details: { status: "CanceledByOwner", since: at(0) },
      message: expect.stringContaining("was cancelled by its driver, since 08:00 New York time"),
    });
    s.clock.set(at(0));
  });

  it("tells a used code and when, unless an operator overrides with a reason", async () => {
    const { id, token, code } = await approved(48);
    s.clock.set(at(48, -10 * minute));
    const typed = `${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase();
    expect(await admitBooking(s.as(s.operator), { code: typed })).toMatchObject({
      status: "InProgress",
    });
    s.clock.set(at(48));
    expect(await messageOf(admit(token))).toBe(
      `This QR code was used already, at 07:50 New York time on 2026-06-03, by ${s.operator.name}.`,
    );
    const again = await admitBooking(s.as(s.operator), {
      qr: token,
      override: { reason: "The phone froze" },
    });
    expect(again.status).toBe("InProgress");
    expect((await s.audits(id)).slice(-2)).toMatchObject([
      { action: "Checkin", from: "Approved", to: "InProgress" },
      { action: "Override", reason: "The phone froze", actorId: s.operator.userId },
    ]);
    await s.force(id, "Completed");
    const late = admitBooking(s.as(s.operator), { qr: token, override: { reason: "Again" } });
    expect(await refusal(late)).toBe("qr.wrong_status");
    s.clock.set(at(0));
  });

  it("tells a typed code that nobody has", async () => {
    for (const code of ["22222222", "", "x", "ABCDEFGHIJ"]) {
      expect(await refusal(admitBooking(s.as(s.operator), { code }))).toBe("qr.unknown_code");
    }
  });
});

describe("a late arrival", () => {
  const missed = async (hour: number, station: string) => {
    const booking = await approved(hour, station);
    s.clock.set(at(hour, 15 * minute));
    await markNoShows(s.job("no-show"));
    expect(await s.status(booking.id)).toBe("NoShow");
    expect(await s.reserved(station)).toEqual({});
    return booking;
  };

  it("takes its place again while one is free, and goes in", async () => {
    const station = await s.station({ capacity: 1 });
    const operator = await s.operatorAt(station);
    const { id, token } = await missed(50, station);
    s.clock.set(at(50, 30 * minute));
    expect(await admit(token, operator)).toMatchObject({ id, status: "InProgress" });
    expect(await s.reserved(station)).toEqual({ 50: 1 });
    expect((await s.audits(id)).at(-1)).toMatchObject({ from: "NoShow", to: "InProgress" });
    s.clock.set(at(0));
  });

  it("is refused when the place is gone, or the window is", async () => {
    const station = await s.station({ capacity: 1 });
    const operator = await s.operatorAt(station);
    const { id, token } = await missed(52, station);
    await db.update(slots).set({ capacity: 0 }).where(eq(slots.stationId, station));
    expect(await refusal(admit(token, operator))).toBe("slot.full");
    expect(await s.status(id)).toBe("NoShow");
    await db.update(slots).set({ capacity: 1 }).where(eq(slots.stationId, station));
    s.clock.set(at(52, 30 * minute + 1));
    expect(await refusal(admit(token, operator))).toBe("qr.expired");
    s.clock.set(at(0));
  });
});

it("the calendar file is in UTC, escaped, folded, and says when the booking fell through", async () => {
  const station = await s.station({ name: `Käse; Brot, \\ ${"ö".repeat(60)}` });
  const owner = await s.owner();
  const { id } = await s.book(owner, 60, 61, station);
  const { content } = await makeCalendarFile(s.as(owner), { id });
  const lines = content.split("\r\n");
  for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const unfolded = content.replaceAll("\r\n ", "");
  expect(unfolded).toContain("DTSTART:20260604T000000Z\r\nDTEND:20260604T010000Z\r\n");
  expect(unfolded).toContain(`SUMMARY:Charging at Käse\\; Brot\\, \\\\ ${"ö".repeat(60)}\r\n`);
  expect(unfolded).toContain("STATUS:TENTATIVE");
  const marked = await makeCalendarFile({ ...s.as(owner), locale: "en-XA" }, { id });
  expect(marked.content).toContain("SUMMARY:[Çĥåŕĝîñĝ");
  await cancelBooking(s.as(owner), { id, chargeFee: false });
  expect((await makeCalendarFile(s.as(owner), { id })).content).toContain("STATUS:CANCELLED");
});
