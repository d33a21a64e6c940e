import { expect, it } from "vitest";

import { isSecondTap, type Tap } from "@/components/ui/use-single-taps";

const first: Tap = { x: 195, y: 540, at: 1_000, card: "Found" };
const second = (change: Partial<Tap> = {}): Tap => ({
  ...first,
  at: 1_020,
  card: "Sent",
  ...change,
});

it.each([
  ["at once", {}],
  ["half a second later", { at: 1_500 }],
  ["a finger's breadth away", { x: 210, y: 560 }],
])("a tap %s, on what took the place of what was tapped, was not meant for it", (_how, change) => {
  expect(isSecondTap(second(change), first)).toBe(true);
});

it.each([
  ["the first there is", second(), undefined],
  ["on the same card", second({ card: "Found" }), first],
  ["after a while", second({ at: 1_700 }), first],
  ["somewhere else", second({ y: 600 }), first],
])("a tap counts that is %s", (_how, tap, before) => {
  expect(isSecondTap(tap, before)).toBe(false);
});
