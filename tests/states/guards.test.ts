import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { businesses } from "@/db/schema/businesses";
import { toldBooking } from "@/lib/charging/bookings/told-booking";
import {
  cancelBooking,
  modifyBooking,
  moveBooking,
  readBooking,
  rejectBooking,
} from "@/lib/charging/bookings";
import { bookingMachine } from "@/lib/charging/bookings/rules";
import type { Context } from "@/lib/core/context";
import { transition } from "@/lib/core/transitions";
import { makeContext } from "@/lib/process/wiring";
import { deactivateOwner, readOwner } from "@/lib/people/accounts";
import { readBusiness } from "@/lib/people/businesses";

import { testDatabase } from "../support/database";
import { hours } from "../support/test-clock";
import { makeBusiness, makeSlots, makeStation, makeUser, testConfig } from "../support/world";
import { refusal } from "../rooms/charging/bookings/setting";
import { clock } from "./bench";
import { makeBooking } from "./bookings";

const { db } = await testDatabase();
const { id: businessId } = await makeBusiness(db);
const { id: stationId } = await makeStation(db, businessId);
const operator = await makeUser(db, "Operator", { businessId, stationIds: [stationId] });
const as = (actor: Context["actor"]) => makeContext({ db, actor, clock, config: testConfig });
const reason = "Because";
const booking = () => makeBooking(db, { stationId, businessId }, "Approved");
const later = ({ startsAt }: { startsAt: Date }) => ({
  startsAt: new Date(startsAt.getTime() + hours(3)),
  endsAt: new Date(startsAt.getTime() + hours(4)),
});
await makeSlots(db, stationId, (await booking()).startsAt, 12, { capacity: 30 });

describe("what an owner can do", () => {
  it("ends with the cutoff, to the millisecond, as the refusal does", async () => {
    const { id, owner, startsAt } = await booking();
    const mine = as(owner);
    clock.set(new Date(startsAt.getTime() - hours(12)));
    expect((await readBooking(mine, { id })).can).toEqual(["modify", "cancel"]);
    clock.advance(1);
    expect((await readBooking(mine, { id })).can).toEqual([]);
    expect(await refusal(cancelBooking(mine, { id, chargeFee: false }))).toBe(
      "booking.change_cutoff",
    );
    expect(await refusal(modifyBooking(mine, { id, ...later({ startsAt }) }))).toBe(
      "booking.change_cutoff",
    );
  });

  it("is nothing while the account is deactivated", async () => {
    const { id, owner } = await booking();
    const closed = as({ ...owner, status: "Deactivated" });
    expect((await readBooking(closed, { id })).can).toEqual([]);
    expect(await refusal(cancelBooking(closed, { id, chargeFee: false }))).toBe(
      "owner.deactivated",
    );
  });
});

it("staff can move what is in no conflict, too, if they say why", async () => {
  const { id, startsAt } = await booking();
  const staff = as(operator);
  expect((await readBooking(staff, { id })).can).toEqual(["move", "cancel", "checkIn"]);
  const unexplained = { id, ...later({ startsAt }) } as Parameters<typeof moveBooking>[1];
  expect(await refusal(moveBooking(staff, unexplained))).toBe("booking.reason_required");
});

it("asks for a reason where the table does, at its field", async () => {
  const { id, owner } = await booking();
  const refused = cancelBooking(as(operator), { id, chargeFee: false });
  await expect(refused).rejects.toMatchObject({
    code: "booking.reason_required",
    fields: [{ field: "reason" }],
  });
  const office = as(await makeUser(db, "Backoffice", { businessId }));
  expect(await refusal(deactivateOwner(office, { nic: owner.userId }))).toBe(
    "owner.reason_required",
  );
  expect(await refusal(deactivateOwner(as(owner), { nic: owner.userId }))).toBe("done");
});

it("says in every view what asks for a reason, as the tables do", async () => {
  const { id, owner } = await booking();
  expect((await readBooking(as(operator), { id })).asksReason).toEqual(["move", "cancel"]);
  expect((await readBooking(as(owner), { id })).asksReason).toEqual([]);
  const admin = as(await makeUser(db, "SystemAdmin"));
  const asking = await makeBusiness(db, "Asks for an account");
  await db
    .update(businesses)
    .set({ status: "PendingApproval" })
    .where(eq(businesses.id, asking.id));
  expect((await readBusiness(admin, { id: asking.id })).asksReason).toEqual(["reject"]);
  const nic = owner.userId;
  expect(await readOwner(admin, { nic })).toMatchObject({
    can: ["deactivate", "block", "erase"],
    asksReason: ["deactivate", "erase"],
  });
  expect((await readOwner(as(owner), { nic })).asksReason).toEqual([]);
});

it("answers Conflict to who comes second, and leaves nothing of theirs", async () => {
  const thing = await makeBooking(db, { stationId, businessId }, "Pending");
  const staff = as(operator);
  const first = rejectBooking(staff, { id: thing.id, reason });
  const second = rejectBooking(staff, { id: thing.id, reason });
  expect((await Promise.all([first, second].map(refusal))).toSorted()).toEqual([
    "booking.status",
    "done",
  ]);
  const lost = transition(staff, bookingMachine, thing, {
    action: "reject",
    reason,
    payload: ({ from, to }) => ({ ...toldBooking(thing), from, status: to }),
    update: async () => null,
  });
  expect(await refusal(lost)).toBe("booking.status");
});
