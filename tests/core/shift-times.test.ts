import { describe, expect, it } from "vitest";

import { fieldTime, instantOf } from "@/app/operator/shift/local-time";
import { bookingOfToken } from "@/components/scan/read-token";

describe("a time in a field, by the clock of the station", () => {
  it.each([
    ["2026-11-26T08:00", "America/New_York", "2026-11-26T13:00:00.000Z"],
    ["2026-11-26T23:59", "Asia/Kathmandu", "2026-11-26T18:14:00.000Z"],
    // Twice that night: the first; not at all: after the gap.
    ["2026-11-01T01:30", "America/New_York", "2026-11-01T05:30:00.000Z"],
    ["2026-03-08T02:30", "America/New_York", "2026-03-08T07:30:00.000Z"],
  ])("%s in %s", (local, zone, instant) => {
    expect(instantOf(local, zone)).toBe(instant);
  });

  it.each([
    undefined,
    "",
    "2026-11-26",
    "2026-02-30T08:00",
    "2026-11-26T24:00",
    "0002-01-01T08:00",
  ])("%j says nothing", (local) => expect(instantOf(local, "UTC")).toBeUndefined());

  it("is shown again as it was typed", () => {
    for (const local of ["2026-11-26T08:00", "2026-07-01T00:05"]) {
      const zone = "America/New_York";
      expect(fieldTime(instantOf(local, zone) ?? "", zone)).toBe(local);
    }
  });
});

describe("the booking that a QR code says it is of", () => {
  const id = "0198a000-0000-7000-8000-00000000000a";
  const token = (payload: unknown) =>
    `v1.${Buffer.from(JSON.stringify(payload)).toString("base64url")}.signature`;
  it.each([
    [token({ b: id, o: "ÿ?>" }), id],
    [token({ b: "<script>" }), undefined],
    [token({ b: 5 }), undefined],
    [token(null), undefined],
    ["v1.!.x", undefined],
    ["ABCD-EFGH", undefined],
  ])("%s", (text, booking) => expect(bookingOfToken(text)).toBe(booking));
});
