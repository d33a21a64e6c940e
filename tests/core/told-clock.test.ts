import { expect, it } from "vitest";

import { longInstant, toldClock } from "@/lib/core/told-clock";

it.each([
  [null, "en", "America/New_York", "h12"],
  [null, "en", "Asia/Colombo", "h12"],
  [null, "en", "Asia/Kolkata", "h12"],
  [null, "en", "Europe/London", "h23"],
  [null, "en", "Europe/Berlin", "h23"],
  [null, "en-XA", "America/New_York", "h12"],
  // No country's: what cannot be misread.
  [null, "en", "UTC", "h23"],
  ["24", "en", "America/New_York", "h23"],
  ["12", "en", "Europe/Berlin", "h12"],
  ["12", "en", "UTC", "h12"],
])("who chose %s is told in %s, of %s, by the clock %s", (chosen, locale, timeZone, clock) => {
  expect(toldClock(chosen, { locale, timeZone })).toBe(clock);
});

it("says an instant by that clock", () => {
  const at = new Date("2026-07-01T22:05:00Z");
  const zone = { locale: "en", timeZone: "America/New_York", timeZoneName: "short" } as const;
  expect(longInstant(at, zone).replaceAll("\u202F", " ")).toBe("July 1, 2026 at 6:05 PM EDT");
  expect(longInstant(at, { ...zone, chosen: "24" })).toBe("July 1, 2026 at 18:05 EDT");
});
