import { describe, expect, it } from "vitest";

import {
  approveBooking,
  cancelBooking,
  listBookings,
  modifyBooking,
  readBooking,
  readChangeTimes,
  readQr,
} from "@/lib/charging/bookings";
import { ModifyBooking } from "@/lib/charging/bookings/schema";
import type { UserActor } from "@/lib/core/actor";

import { testDatabase } from "../../../support/database";
import { makeBusiness, makeUser, testStart } from "../../../support/world";
import { bookFor, ccs, chademo, mixedStation, plugsOf } from "./mixed-station";
import { at, refusal, settingOf } from "./setting";

const { db } = await testDatabase();
const s = await settingOf(db);
const reason = "Works on the grid";

const move = (owner: UserActor, id: string, from: number, to = from + 1) =>
  modifyBooking(s.as(owner), { id, startsAt: at(from), endsAt: at(to) });
const cancel = (
  actor: UserActor,
  id: string,
  chargeFee = false,
  why: string | undefined = reason,
) => cancelBooking(s.as(actor), { id, reason: why, chargeFee });

describe("moving a booking", () => {
  it("gives the old places back and takes the new ones; history keeps both", async () => {
    const owner = await s.owner();
    const { id, estimate } = await s.book(owner, 24, 25);
    expect((await move(owner, id, 30, 31)).estimate).toEqual(estimate);
    const moved = await move(owner, id, 25, 28);
    expect(moved).toMatchObject({
      status: "Pending",
      startsAt: at(25).toISOString(),
      // 60 kWh at most.
      estimate: { amount: "29.40" },
    });
    expect(await s.reserved()).toEqual({ 25: 1, 26: 1, 27: 1 });
    const { history } = await readBooking(s.as(owner), { id });
    expect(history?.at(-1)).toMatchObject({
      action: "Move",
      changes: { startsAt: [at(30).toISOString(), at(25).toISOString()] },
    });
    expect(await s.events(id)).toEqual(["booking.created", "booking.changed", "booking.changed"]);
    await s.holds();
  });

  it("makes an Approved one wait for approval again where bookings are reviewed, its code void", async () => {
    const owner = await s.owner();
    const { id } = await s.approved(owner, 40);
    expect(await move(owner, id, 42)).toMatchObject({ status: "Pending", approvedAt: null });
    expect(await refusal(readQr(s.as(owner), { id }))).toBe("qr.not_available");
    expect((await s.qr(id))[0]?.revokedAt).not.toBeNull();
    const { qr } = await approveBooking(s.as(s.operator), { id });
    expect(qr?.opensAt).toBe(at(42, -900_000).toISOString());
    await s.holds();
  });

  it("keeps it Approved with a new code where the station approves by itself", async () => {
    const auto = await s.station({ approval: "Auto" });
    const owner = await s.owner();
    const booked = await s.book(owner, 40, 41, auto);
    const moved = await move(owner, booked.id, 44);
    expect(moved.status).toBe("Approved");
    expect(moved.qr?.token).not.toBe(booked.qr?.token);
    expect(await readQr(s.as(owner), { id: booked.id })).toEqual(moved.qr);
    await s.holds();
  });

  it("is possible until exactly twelve hours before the start", async () => {
    const owner = await s.owner();
    const { id } = await s.book(owner, 60);
    s.clock.set(at(48, 1));
    expect(await refusal(move(owner, id, 70))).toBe("booking.change_cutoff");
    expect(await refusal(cancel(owner, id))).toBe("booking.change_cutoff");
    s.clock.set(at(48));
    expect(await refusal(move(owner, id, 70))).toBe("done");
    s.clock.set(at(0));
  });

  it("changes nothing when the new times are refused", async () => {
    const station = await s.station({ capacity: 1 });
    const owner = await s.owner();
    const { id } = await s.approved(owner, 24, 25, station);
    await s.book(await s.owner(), 27, 28, station);
    await s.book(owner, 40);
    const before = await s.reserved(station);
    for (const [from, to, code] of [
      [26, 28, "slot.full"],
      [25.5, 26.5, "booking.not_on_slots"],
      [40, 41, "booking.overlap"],
      [169, 170, "booking.too_far_ahead"],
      [-1, 0, "booking.in_past"],
      [30, 35, "booking.too_many_slots"],
    ] as const) {
      expect(await refusal(move(owner, id, from, to))).toBe(code);
    }
    expect(await s.reserved(station)).toEqual(before);
    expect(await readQr(s.as(owner), { id })).toBeDefined();
    expect(await s.status(id)).toBe("Approved");
    await s.holds();
  });

  it("is its owner's alone, and only while it is Pending or Approved", async () => {
    const owner = await s.owner();
    const { id } = await s.book(owner, 80);
    expect(await refusal(move(await s.owner(), id, 82))).toBe("booking.not_found");
    expect(await refusal(move(s.operator, id, 82))).toBe("request.forbidden");
    expect(await refusal(move({ ...owner, status: "Deactivated" }, id, 82))).toBe(
      "owner.deactivated",
    );
    await cancel(owner, id);
    expect(await refusal(move(owner, id, 82))).toBe("booking.status");
  });
});

describe("cancelling a booking", () => {
  it("by its owner, by staff with a reason, each with its own status", async () => {
    for (const [actor, status] of [
      [s.admin, "CanceledByBackoffice"],
      [s.office, "CanceledByBackoffice"],
      [s.operator, "CanceledByOperator"],
    ] as const) {
      const { id } = await s.book(await s.owner(), 90);
      const silent = cancelBooking(s.as(actor), { id, chargeFee: false });
      expect(await refusal(silent)).toBe("booking.reason_required");
      expect(await cancel(actor, id)).toMatchObject({ status });
      expect((await s.audits(id)).at(-1)).toMatchObject({ action: "Cancel", reason });
    }
    const owner = await s.owner();
    const { id } = await s.book(owner, 90);
    const own = await cancelBooking(s.as(owner), { id, chargeFee: false });
    expect(own.status).toBe("CanceledByOwner");
    expect((await s.reserved())[90]).toBeUndefined();
    await s.holds();
  });

  it("may cost the agreed late fee, for an operator to decide, even after the start", async () => {
    const { id } = await s.approved(await s.owner(), 10);
    s.clock.set(at(10, 60_000));
    expect(await refusal(cancel(s.office, id, true))).toBe("booking.fee_not_allowed");
    expect(await cancel(s.operator, id, true)).toMatchObject({
      status: "CanceledByOperator",
      lateFee: { amount: "5.00", currency: "USD" },
    });
    s.clock.set(at(0));
    await s.holds();
  });

  it("is hidden from other owners, businesses and stations", async () => {
    const { id } = await s.book(await s.owner(), 95);
    const rival = await makeUser(db, "Backoffice", { businessId: (await makeBusiness(db)).id });
    const elsewhere = await s.operatorAt(await s.station());
    for (const actor of [await s.owner(), rival, elsewhere]) {
      expect(await refusal(cancel(actor, id))).toBe("booking.not_found");
      expect(await refusal(readBooking(s.as(actor), { id }))).toBe("booking.not_found");
      const { items } = await listBookings(s.as(actor), { page: 1, limit: 100 });
      expect(items.map((item) => item.id)).not.toContain(id);
    }
  });
});

describe("listing bookings", () => {
  it("filters by view, status, time and owner, within the actor's own", async () => {
    const owner = await s.owner();
    const [kept, gone] = [await s.book(owner, 100), await s.book(owner, 102)];
    await cancel(owner, gone.id);
    const list = async (query: object) =>
      (await listBookings(s.as(owner), { page: 1, limit: 10, ...query })).items.map(({ id }) => id);
    expect(await list({})).toEqual([gone.id, kept.id]);
    expect(await list({ view: "upcoming" })).toEqual([kept.id]);
    expect(await list({ view: "history" })).toEqual([gone.id]);
    expect(await list({ status: ["CanceledByOwner"], view: "upcoming" })).toEqual([]);
    expect(await list({ from: at(101) })).toEqual([gone.id]);
    expect(await list({ to: at(102) })).toEqual([kept.id]);
    expect(await list({ from: "2026-06-05", to: "2026-06-05" })).toEqual([gone.id, kept.id]);
    expect(await list({ to: "2026-06-04" })).toEqual([]);
    const other = await s.owner();
    expect(await refusal(list({ ownerNic: other.ownerNic }))).toBe("booking.owner_mismatch");
    const seen = await listBookings(s.as(s.office), {
      page: 1,
      limit: 10,
      ownerNic: owner.ownerNic ?? "",
    });
    expect(seen.total).toBe(2);
  });
});

describe("another plug", () => {
  const slow = 50_000;
  const put = (hour: number, more: object) =>
    ModifyBooking.parse({
      startsAt: at(hour).toISOString(),
      endsAt: at(hour + 1).toISOString(),
      ...more,
    });

  it("is given at the same time where a place for it is free, and kept where nothing is said of it", async () => {
    const id = await mixedStation(s, [
      [[ccs], slow],
      [[chademo], slow],
    ]);
    const owner = await s.owner();
    const made = await bookFor(s, owner, id, [30, 31], { standard: ccs, minPowerKw: 22 });
    const change = (hour: number, more: object) =>
      modifyBooking(s.as(owner), { id: made.id, ...put(hour, more) });
    expect(await change(30, { standard: "CHAdeMO" })).toMatchObject({
      standard: chademo,
      minPowerKw: 22,
    });
    expect(await plugsOf(s, made.id)).toEqual([chademo]);
    expect(await change(31, {})).toMatchObject({ standard: chademo, minPowerKw: 22 });
    expect(await change(31, { standard: null, minPowerKw: null })).toMatchObject({
      standard: null,
      minPowerKw: null,
    });
    const audits = (await s.audits(made.id)).filter(({ action }) => action !== "Create");
    expect(audits.map(({ changes }) => [changes?.standard, changes?.minPowerKw])).toEqual([
      [[ccs, chademo], undefined],
      [undefined, undefined],
      [
        [chademo, null],
        [22, null],
      ],
    ]);
    await s.holds();
  });

  it("is refused where no place for it is left or there is none, and until the cutoff as any change", async () => {
    const id = await mixedStation(s, [
      [[ccs], slow],
      [[chademo], slow],
    ]);
    const owner = await s.owner();
    const made = await bookFor(s, owner, id, [30, 31], { standard: ccs });
    await bookFor(s, await s.owner(), id, [30, 31], { standard: chademo });
    const change = (more: object) =>
      refusal(modifyBooking(s.as(owner), { id: made.id, ...put(30, more) }));
    expect(await change({ standard: chademo })).toBe("slot.full");
    expect(await change({ minPowerKw: 100 })).toBe("slot.full");
    expect(await plugsOf(s, made.id)).toEqual([ccs]);
    s.clock.set(at(18, 1));
    expect(await change({ standard: null })).toBe("booking.change_cutoff");
    s.clock.set(at(18));
    expect(await change({ standard: null })).toBe("done");
    s.clock.set(testStart);
    await s.holds();
  });
});

describe("the times on offer for a change", () => {
  const timesOf = async (owner: UserActor, id: string, standard?: string[]) =>
    (await readChangeTimes(s.as(owner), { id, standard })).map(({ startsAt }) => startsAt);

  it("are those that a change takes: to come, within seven days, its own left out", async () => {
    const owner = await s.owner();
    const { id } = await s.book(owner, 30, 32);
    const times = await timesOf(owner, id);
    expect(times[0]).toBe(at(1).toISOString());
    expect(times).not.toContain(at(30).toISOString());
    expect(times).toContain(at(31).toISOString());
    expect(times.at(-1)).toBe(at(24 * 7).toISOString());
    for (const startsAt of [times.at(-1) ?? "", times[0] ?? ""]) {
      const start = new Date(startsAt);
      const endsAt = new Date(start.getTime() + 2 * 3_600_000);
      await modifyBooking(s.as(owner), { id, startsAt: start, endsAt });
    }
    await expect(readChangeTimes(s.as(await s.owner()), { id })).rejects.toMatchObject({
      code: "booking.not_found",
    });
  });

  it("with another plug have its own time, too, where that plug has a place then", async () => {
    const stationId = await mixedStation(s, [
      [[ccs], 50_000],
      [[chademo], 50_000],
    ]);
    const owner = await s.owner();
    const { id } = await bookFor(s, owner, stationId, [30, 31], { standard: ccs });
    expect(await timesOf(owner, id, [ccs])).not.toContain(at(30).toISOString());
    expect(await timesOf(owner, id, [chademo])).toContain(at(30).toISOString());
    await bookFor(s, await s.owner(), stationId, [30, 31], { standard: chademo });
    expect(await timesOf(owner, id, [chademo])).not.toContain(at(30).toISOString());
  });
});
