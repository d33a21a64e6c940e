import { describe, expect, it } from "vitest";

import { resembles, slipsBetween } from "@/lib/insight/search/rules";

describe("slips between what was typed and a word", () => {
  it.each([
    ["johnson", "johnson", 0],
    ["jonhson", "johnson", 1],
    ["johnsen", "johnson", 1],
    ["jonson", "johnson", 1],
    ["johhnson", "johnson", 1],
    ["jhonsno", "johnson", 2],
    // The beginning of a word is no slip.
    ["john", "johnson", 0],
    ["jhon", "johnson", 1],
    ["", "johnson", 0],
  ])("%s and %s are %i apart", (typed, word, slips) => {
    expect(slipsBetween(typed, word, 2)).toBe(slips);
  });

  it("say no more than that there are too many, where there are", () => {
    expect(slipsBetween("perera", "johnson", 2)).toBeGreaterThan(2);
  });
});

describe("what resembles a name", () => {
  it("has each word typed in it, but for a slip or two", () => {
    expect(resembles("nadesha fernado", "nadeesha fernando 12")).toBe(true);
    expect(resembles("fernado nadesha", "nadeesha fernando")).toBe(true);
    expect(resembles("jose garsia", "jose garcia")).toBe(true);
    expect(resembles("jose perera", "jose garcia")).toBe(false);
  });

  it("allows a short word no slip and a longer one more", () => {
    expect(resembles("amy", "ami perera")).toBe(false);
    expect(resembles("anne", "anna perera")).toBe(true);
    expect(resembles("abba", "anna perera")).toBe(false);
  });
});
