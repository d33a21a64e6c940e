import { describe, expect, it } from "vitest";

import { quietUntil } from "@/lib/insight/inbox/inside";

const night = { from: "22:00", to: "07:00" };
const zone = "America/New_York";
const quiet = (
  now: string,
  {
    dueAt,
    hours = night,
    own = null,
  }: { dueAt?: string; hours?: typeof night; own?: string | null } = {},
) =>
  quietUntil(
    { quietHours: hours, timeZone: own },
    { now: new Date(now), timeZone: zone, dueAt: dueAt ? new Date(dueAt) : undefined },
  )?.toISOString() ?? null;

describe("quiet hours", () => {
  it("hold back from their first minute to the last, over midnight", () => {
    // New York is four hours behind UTC in June.
    expect(quiet("2026-06-02T01:59:59.999Z")).toBeNull();
    expect(quiet("2026-06-02T02:00:00.000Z")).toBe("2026-06-02T11:00:00.000Z");
    expect(quiet("2026-06-02T10:59:59.999Z")).toBe("2026-06-02T11:00:00.000Z");
    expect(quiet("2026-06-02T11:00:00.000Z")).toBeNull();
  });

  it("go within a day as well, and by the person's own clock where they have one", () => {
    const hours = { from: "12:00", to: "14:00" };
    expect(quiet("2026-06-02T16:00:00Z", { hours })).toBe("2026-06-02T18:00:00.000Z");
    expect(quiet("2026-06-02T18:00:00Z", { hours })).toBeNull();
    expect(quiet("2026-06-02T12:30:00Z", { hours, own: "UTC" })).toBe("2026-06-02T14:00:00.000Z");
  });

  it("hold back nothing that is due within two hours of their end, or before it", () => {
    const now = "2026-06-02T03:00:00Z";
    expect(quiet(now, { dueAt: "2026-06-02T13:00:00.000Z" })).toBe("2026-06-02T11:00:00.000Z");
    expect(quiet(now, { dueAt: "2026-06-02T12:59:59.999Z" })).toBeNull();
    expect(quiet(now, { dueAt: "2026-06-02T05:00:00Z" })).toBeNull();
  });

  it("end on the nights of clock changes when clocks say so", () => {
    const hours = { from: "22:00", to: "02:30" };
    // In spring 02:30 is skipped; in autumn it comes twice, and the first ends them.
    expect(quiet("2026-03-08T05:00:00Z", { hours })).toBe("2026-03-08T07:30:00.000Z");
    expect(quiet("2026-11-01T04:00:00Z", { hours: { from: "22:00", to: "01:30" } })).toBe(
      "2026-11-01T05:30:00.000Z",
    );
    expect(quiet("2026-11-01T06:15:00Z", { hours: { from: "22:00", to: "01:30" } })).toBeNull();
  });
});
