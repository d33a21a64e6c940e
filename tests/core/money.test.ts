import { describe, expect, it } from "vitest";

import { divideHalfUp, moneyView, toMajor, toMinor } from "@/lib/core/money";

describe("money", () => {
  it.each([
    ["0.45", "USD", 45],
    [0.45, "USD", 45],
    ["8.5", "USD", 850],
    ["12", "USD", 1200],
    ["0.450", "USD", 45],
    ["500", "JPY", 500],
    ["1.234", "KWD", 1234],
    ["0", "USD", 0],
  ])("reads %s %s as %i minor units", (text, currency, minor) => {
    expect(toMinor(text, currency)).toBe(minor);
  });

  it.each([
    ["0.455", "USD"],
    ["1.5", "JPY"],
    ["-1", "USD"],
    ["1e3", "USD"],
    ["", "USD"],
    [" 1", "USD"],
    [Number.NaN, "USD"],
    ["1234567890123", "USD"],
  ])("refuses %s %s rather than round it", (text, currency) => {
    expect(toMinor(text, currency)).toBeNull();
  });

  it("writes minor units with exactly the currency's places", () => {
    expect(moneyView(885, "USD")).toEqual({ amount: "8.85", currency: "USD" });
    expect(toMajor(5, "USD")).toBe("0.05");
    expect(toMajor(500, "JPY")).toBe("500");
    expect(toMajor(1234, "KWD")).toBe("1.234");
    expect(toMajor(-250, "USD")).toBe("-2.50");
  });

  it("rounds half up, exactly, where floating point would not", () => {
    expect(divideHalfUp(5n, 10n)).toBe(1);
    expect(divideHalfUp(4n, 10n)).toBe(0);
    expect(divideHalfUp(15n, 10n)).toBe(2);
    expect(divideHalfUp(1005n * 10n ** 12n, 10n ** 13n)).toBe(101);
    expect(divideHalfUp(0n, 7n)).toBe(0);
  });
});
