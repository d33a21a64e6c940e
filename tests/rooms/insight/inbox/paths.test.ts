import { expect, it } from "vitest";

import { pathOf } from "@/lib/insight/inbox/inside";
import { inboxKind } from "@/lib/insight/inbox/schema";

const about = {
  bookingId: "0199a000-0000-7000-8000-000000000001",
  stationId: "0199a000-0000-7000-8000-000000000002",
  // In New York still the evening before.
  startsAt: "2026-06-05T02:00:00.000Z",
  timeZone: "America/New_York",
};
const receiptNumber = "R-2026-0000-0001";

it.each([
  ["EvOwner", "SessionCompleted", `/api/v1/receipts/${receiptNumber}.html`],
  ["Operator", "BookingWaits", "/operator#approvals"],
  ["Operator", "BookingInConflict", "/operator#exceptions"],
  ["Operator", "ActRefused", "/operator#exceptions"],
  ["Operator", "RunningLate", "/operator#exceptions"],
  ["Operator", "OwnerCanceled", `/operator/day?stationId=${about.stationId}&date=2026-06-04`],
  ["Backoffice", "BookingWaits", `/backoffice/bookings/${about.bookingId}`],
  ["Backoffice", "OwnerCanceled", `/backoffice/bookings/${about.bookingId}`],
  ["Backoffice", "BookingInConflict", "/backoffice/conflicts"],
  ["Backoffice", "ActRefused", "/backoffice/exceptions"],
  ["SystemAdmin", "WorkerSilent", "/admin/health"],
  ["EvOwner", "BookingApproved", `/owner/bookings/${about.bookingId}`],
] as const)("leads %s of %s to what it speaks of", (role, kind, path) => {
  const isOver = kind === "SessionCompleted";
  expect(pathOf(role, kind, { ...about, ...(isOver && { receiptNumber }) })).toBe(path);
});

const held = {
  ...about,
  bookingId: null,
  endsAt: "2026-06-05T03:00:00.000Z",
  waitingId: "0199a000-0000-7000-8000-000000000003",
};
it.each([
  [
    "PlaceOffered",
    `/stations/${about.stationId}/book?startsAt=2026-06-05T02%3A00%3A00.000Z&endsAt=2026-06-05T03%3A00%3A00.000Z&offer=${held.waitingId}`,
  ],
  ["PlaceWithdrawn", "/owner/bookings"],
  ["PlaceOfferOver", `/stations/${about.stationId}`],
] as const)("leads who waits for a place from %s to what they can do", (kind, path) => {
  expect(pathOf("EvOwner", kind, held)).toBe(path);
  expect(pathOf("Operator", kind, held)).toBeNull();
});

it("leads nobody to a page about nothing, and a session without a receipt to its booking", () => {
  const nothing = { bookingId: null, stationId: null };
  const ofAccount = ["PasswordChanged", "PasskeyAdded", "PasskeyRemoved", "OwnerRegistered"];
  for (const kind of inboxKind.options.filter((kind) => !ofAccount.includes(kind))) {
    expect(pathOf("EvOwner", kind, nothing)).toBeNull();
    expect(pathOf("Operator", kind, nothing)).toBeNull();
  }
  expect(pathOf("EvOwner", "SessionCompleted", about)).toBe(`/owner/bookings/${about.bookingId}`);
  // Told before its station was noted among its values.
  expect(pathOf("Operator", "OwnerCanceled", { ...about, stationId: null })).toBe("/operator");
});
