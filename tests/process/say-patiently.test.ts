import { afterEach, expect, it, vi } from "vitest";

import { sayPatiently } from "@/scripts/parts/say-patiently.mjs";

afterEach(() => {
  vi.useRealTimers();
});

it("who waits for long hears of it at growing distances, and not after the end", () => {
  vi.useFakeTimers();
  const said: number[] = [];
  const began = Date.now();
  const stop = sayPatiently(() => said.push((Date.now() - began) / 1_000));
  vi.advanceTimersByTime(200_000);
  expect(said).toEqual([15, 30, 60, 120, 180]);
  stop();
  vi.advanceTimersByTime(600_000);
  expect(said).toHaveLength(5);
});
