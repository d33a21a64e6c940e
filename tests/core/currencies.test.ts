import { expect, it } from "vitest";

import { digitsOf } from "@/lib/core/currencies";
import { currencyDigits, isCurrency, moneyView, toMajor, toMinor } from "@/lib/core/money";

/** Written down a second time, from ISO 4217, so that a slip in either shows. */
const none = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF".split(" ");
const three = "BHD IQD JOD KWD LYD OMR TND".split(" ");
/** Those of which CLDR, and so Node and browsers, give fewer places. */
const fewer = "AFN ALL COP HUF IDR IRR KPW LAK LBP MGA MMK PKR SOS SYP YER".split(" ");

it("gives every currency the places of ISO 4217", () => {
  for (const [code, digits] of digitsOf) {
    const expected = none.includes(code) ? 0 : three.includes(code) ? 3 : 2;
    expect(`${code} ${digits}`).toBe(`${code} ${expected}`);
    expect(code).toMatch(/^[A-Z]{3}$/);
  }
  for (const code of [...none, ...three, ...fewer, "USD", "EUR", "LKR"]) {
    expect(isCurrency(code)).toBe(true);
  }
  expect(digitsOf.size).toBeGreaterThan(150);
  for (const code of ["XAU", "XDR", "XXX", "CLF", "USN", "usd", "", "constructor"]) {
    expect(isCurrency(code)).toBe(false);
  }
});

it("takes every amount that a currency has, and gives it back as it was", () => {
  for (const code of fewer) {
    expect(toMinor("70.50", code)).toBe(7050);
    expect(moneyView(7050, code)).toEqual({ amount: "70.50", currency: code });
  }
  for (const [code, digits] of digitsOf) {
    const smallest = digits === 0 ? "1" : `0.${"1".padStart(digits, "0")}`;
    expect(toMinor(smallest, code)).toBe(1);
    expect(toMajor(1, code)).toBe(smallest);
    expect(toMinor(`1.${"1".repeat(digits + 1)}`, code)).toBeNull();
  }
});

it("does not ask Node: a currency that was withdrawn keeps its two places", () => {
  for (const code of ["HRK", "ANG", "BGN"]) {
    expect(isCurrency(code)).toBe(false);
    expect(currencyDigits(code)).toBe(2);
  }
  expect(toMajor(885, "HRK")).toBe("8.85");
});
