import { describe, expect, it } from "vitest";

import {
  approveBooking,
  cancelBooking,
  markNoShows,
  rejectBooking,
  rejectUnreviewed,
} from "@/lib/charging/bookings";
import { admitBooking, completeBooking } from "@/lib/charging/bookings/inside";
import { bookingStatus, type BookingStatus } from "@/lib/charging/bookings/schema";
import type { Role } from "@/lib/core/actor";

import { testDatabase } from "../../../support/database";
import { at, refusal, settingOf } from "./setting";

const { db } = await testDatabase();
const s = await settingOf(db);
const reason = "Because";
const roles = ["SystemAdmin", "Backoffice", "Operator", "EvOwner"] as const;

/** product.md, Booking: what each role's deed makes of each status; anything else is refused. */
const ways: Record<string, Partial<Record<Role, Partial<Record<BookingStatus, BookingStatus>>>>> = {
  approve: {
    SystemAdmin: { Pending: "Approved" },
    Backoffice: { Pending: "Approved" },
    Operator: { Pending: "Approved" },
  },
  reject: {
    SystemAdmin: { Pending: "Rejected" },
    Backoffice: { Pending: "Rejected" },
    Operator: { Pending: "Rejected" },
  },
  cancel: {
    SystemAdmin: { Pending: "CanceledByBackoffice", Approved: "CanceledByBackoffice" },
    Backoffice: { Pending: "CanceledByBackoffice", Approved: "CanceledByBackoffice" },
    Operator: {
      Pending: "CanceledByOperator",
      Approved: "CanceledByOperator",
      InProgress: "CanceledByOperator",
    },
    EvOwner: { Pending: "CanceledByOwner", Approved: "CanceledByOwner" },
  },
  complete: { Operator: { InProgress: "Completed" } },
};

/** A booking in the status, the counts as they must be for it, and who may act on it. */
async function bookingIn(status: BookingStatus, hour: number) {
  const owner = await s.owner();
  const { id } = await s.approved(owner, hour);
  const staff = s.as(s.operator);
  if (status === "Completed") {
    await s.force(id, "InProgress");
    await completeBooking(staff, id);
  } else if (status === "Approved" || status === "Pending" || status === "InProgress") {
    await s.force(id, status);
  } else {
    await cancelBooking(staff, { id, reason, chargeFee: false });
    await s.force(id, status);
  }
  return { id, owner };
}

describe.each(Object.keys(ways))("%s", (action) => {
  it.each(roles)("by %s follows the table from every status", async (role) => {
    for (const status of bookingStatus.options) {
      const { id, owner } = await bookingIn(status, 100);
      const actor = {
        SystemAdmin: s.admin,
        Backoffice: s.office,
        Operator: s.operator,
        EvOwner: owner,
      }[role];
      const ctx = s.as(actor);
      const calls: Record<string, () => Promise<unknown>> = {
        approve: () => approveBooking(ctx, { id }),
        reject: () => rejectBooking(ctx, { id, reason }),
        cancel: () => cancelBooking(ctx, { id, reason, chargeFee: false }),
        complete: () => completeBooking(ctx, id),
      };
      const before = await s.audits(id);
      const answer = await refusal(calls[action]?.() ?? Promise.reject(new Error("no such deed")));
      const allowed = ways[action]?.[role];
      const to = allowed?.[status];
      const expected = to ? "done" : allowed ? "booking.status" : "request.forbidden";
      expect(`${status}: ${answer}`).toBe(`${status}: ${expected}`);
      expect(await s.status(id)).toBe(to ?? status);
      const added = (await s.audits(id)).slice(before.length);
      expect(added.map((row) => [row.from, row.to])).toEqual(to ? [[status, to]] : []);
      // Free the slot and the table of what the next round would trip over.
      if (["Pending", "Approved", "InProgress"].includes(await s.status(id))) {
        await s.force(id, "InProgress");
        await cancelBooking(s.as(s.operator), { id, reason, chargeFee: false });
      }
    }
    expect(await s.reserved()).toEqual({});
  });
});

describe("the jobs", () => {
  it("touch nothing but Approved no-shows and Pending unreviewed ones", async () => {
    const ids = new Map<BookingStatus, string>();
    for (const status of bookingStatus.options) {
      ids.set(status, (await bookingIn(status, 50 + ids.size)).id);
    }
    s.clock.set(at(80));
    expect(await markNoShows(s.job("no-show"))).toEqual({ count: 1 });
    expect(await rejectUnreviewed(s.job("unreviewed"))).toEqual({ count: 1 });
    const after = new Map<BookingStatus, BookingStatus>([
      ["Approved", "NoShow"],
      ["Pending", "Rejected"],
    ]);
    for (const [status, id] of ids) {
      expect(await s.status(id)).toBe(after.get(status) ?? status);
    }
    s.clock.set(at(0));
  });
});

describe("checking in", () => {
  it("is possible from Approved and NoShow alone, and for an operator alone", async () => {
    let hour = 90;
    for (const status of bookingStatus.options) {
      hour += 1;
      const owner = await s.owner();
      const { id, qr } = await s.approved(owner, hour);
      await s.force(id, status);
      s.clock.set(at(hour));
      const enter = (actor = s.operator) =>
        refusal(admitBooking(s.as(actor), { qr: qr?.token ?? "" }));
      for (const actor of [s.admin, s.office, owner]) {
        expect(await enter(actor)).toBe("request.forbidden");
      }
      const open = status === "Approved" || status === "NoShow";
      expect(`${status}: ${await enter()}`).toBe(`${status}: ${open ? "done" : "qr.wrong_status"}`);
      s.clock.set(at(0));
    }
  });
});
