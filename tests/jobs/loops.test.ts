import { expect, it } from "vitest";

import { waitAfter } from "@/lib/jobs/loops";

const usual = { failures: 0, didSomething: true, tookMs: 1_000, everyMs: 500 };

it("a job goes on at once where its time was over before its work was", () => {
  expect(waitAfter(usual)).toBe(0);
  expect(waitAfter({ ...usual, tookMs: 500 })).toBe(0);
});

it("and rests where it was soon through, or found nothing however long it looked", () => {
  expect(waitAfter({ ...usual, tookMs: 499 })).toBe(500);
  expect(waitAfter({ ...usual, didSomething: false })).toBe(500);
});

it("longer after each failure, ten seconds at most", () => {
  const after = (failures: number) => waitAfter({ ...usual, didSomething: false, failures });
  expect([1, 2, 3, 4, 5, 6].map(after)).toEqual([1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
});
