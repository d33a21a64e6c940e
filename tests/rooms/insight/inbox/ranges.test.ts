import { expect, it } from "vitest";

import { wordNotice } from "@/lib/insight/inbox/inside";

const text = (startsAt: string, endsAt: string, hourCycle: "h12" | "h23") =>
  wordNotice(
    {
      kind: "BookingApproved",
      values: { startsAt, endsAt, timeZone: "America/New_York", station: "Bay", number: "BK-1" },
    },
    "en",
    { hourCycle },
  ).text.replaceAll("\u202F", " ");

it("writes hours as the app's pages do, and both days where there are two", () => {
  const [nine, ten] = ["2026-06-02T13:00:00.000Z", "2026-06-02T14:00:00.000Z"];
  expect(text(nine, ten, "h12")).toContain("Tue, Jun 2, 9:00 AM–10:00 AM");
  expect(text(nine, ten, "h23")).toContain("09:00–10:00");
  const night = text("2026-06-03T03:30:00.000Z", "2026-06-03T04:30:00.000Z", "h12");
  expect(night).toContain("Tue, Jun 2, 11:30 PM – Wed, Jun 3, 12:30 AM");
});
