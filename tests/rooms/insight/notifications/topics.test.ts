import { describe, expect, it } from "vitest";

import { topicsOf } from "@/lib/insight/notifications/choose-notices";

describe("topicsOf()", () => {
  // Said a second time here, so that a slip in the table of notices shows.
  it.each([
    [
      "EvOwner",
      ["bookingConfirmation", "bookingReminder", "waitingList", "sessionStart", "sessionComplete"],
    ],
    ["Backoffice", ["bookingRequests", "conflicts", "reports"]],
    ["Operator", ["bookingRequests", "conflicts"]],
    ["SystemAdmin", ["reports"]],
  ] as const)("offers %s what they are ever told of", (role, topics) => {
    expect(topicsOf(role)).toEqual(topics);
  });
});
