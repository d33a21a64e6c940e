import { afterAll, vi } from "vitest";

/**
 * Files of one worker share its process (`isolate: false`): whatever a file stubs for all its tests is undone when it
 * ends, or the next one would run without limits, or by another clock. Which file comes next is chance.
 */
afterAll(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});
