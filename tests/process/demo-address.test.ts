import { EventEmitter } from "node:events";

import { beforeEach, expect, it, vi } from "vitest";

const spawned = vi.hoisted(() => vi.fn<(path: string, args: string[]) => unknown>());
vi.mock("node:child_process", () => ({ spawn: spawned }));
// Files of one process share their modules, and another one may have begun what is started here with the real one.
vi.resetModules();
const { serve } = await import("@/scripts/parts/serve");

beforeEach(() => {
  spawned.mockReset().mockImplementation(() => {
    const child = Object.assign(new EventEmitter(), { exitCode: 1, stdout: null, stderr: null });
    setTimeout(() => child.emit("exit", 1, null), 1);
    return child;
  });
});

// Its logins have a published password.
it.each([
  [undefined, "127.0.0.1"],
  ["", "127.0.0.1"],
  ["0.0.0.0", "0.0.0.0"],
])("A6: with HOST %j the demo listens on %s", async (host, address) => {
  vi.stubEnv("HOST", host);
  // A port that nothing answers on: what is started here ends at once.
  await expect(serve({ port: 9, env: {}, worker: false })).rejects.toThrow("web process ended");
  const args = spawned.mock.calls[0]?.[1] ?? [];
  expect(args.slice(args.indexOf("-H"))).toEqual(["-H", address]);
  vi.unstubAllEnvs();
});
