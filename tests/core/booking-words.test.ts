import { expect, it } from "vitest";

import { bookingStatus } from "@/lib/charging/bookings/schema";
import messages from "@/components/i18n/messages/en/bookings.json";

it("calls a booking's status by one word for its owner, for staff and in audits", () => {
  const { bookingStatus: forOwner, staffBookings, audits } = messages;
  const others: Readonly<Record<string, string>>[] = [staffBookings.statuses, audits.states];
  // Who canceled is told from where the reader stands: "by you" is "by the owner" to staff.
  const shared = bookingStatus.options.filter((status) => !status.startsWith("Canceled"));
  const differing = shared.filter((status) =>
    others.some((words) => words[status] !== undefined && words[status] !== forOwner[status]),
  );
  expect(differing).toEqual([]);
});
