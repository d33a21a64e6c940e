import { freePort } from "@/db/embedded/server";

import { startServer, type TestServerOptions } from "../support/server";

interface Memory {
  /** In bytes. */
  readonly rss: number;
  /** The most that it had so far. */
  readonly maxRss: number;
  readonly heapUsed: number;
}

/** A web process alone, without the tests' clock, that can be looked into; the caller stops it. */
export async function startInspected({ env = {}, template }: TestServerOptions = {}) {
  const port = await freePort();
  const server = await startServer({
    env: { TEST_CLOCK: "0", ...env, NODE_OPTIONS: `--inspect=127.0.0.1:${port}` },
    worker: false,
    ...(template && { template }),
  });
  const inspected = await inspectProcess(port);
  const stop = async () => {
    inspected.close();
    await server.stop();
  };
  return { server, inspected, stop };
}

/** A profile of the processor as the inspector gives it. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: {
      readonly functionName: string;
      readonly url: string;
      readonly lineNumber: number;
      readonly columnNumber: number;
    };
  }[];
  readonly samples: readonly number[];
}

/** Asks a process of Node that was started with `--inspect` on this port. The caller closes it. */
async function inspectProcess(port: number) {
  const list = await fetch(`http://127.0.0.1:${port}/json/list`);
  const [target] = (await list.json()) as { webSocketDebuggerUrl: string }[];
  if (!target) throw new Error("Nothing can be inspected there.");
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await new Promise((resolve) => socket.addEventListener("open", resolve, { once: true }));
  const waiting = new Map<number, (result: unknown) => void>();
  socket.addEventListener("message", ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as { id: number; result: unknown };
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  let asked = 0;
  const call = (method: string, params = {}) =>
    new Promise<unknown>((resolve) => {
      const id = (asked += 1);
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
  return {
    collectGarbage: () => call("HeapProfiler.collectGarbage"),
    memory: async (): Promise<Memory> => {
      const expression =
        "({ ...process.memoryUsage(), maxRss: process.resourceUsage().maxRSS * 1024 })";
      const answer = await call("Runtime.evaluate", { expression, returnByValue: true });
      return (answer as { result: { value: Memory } }).result.value;
    },
    /** What the main thread does while `run` goes on, a sample every 0.2 ms. */
    profile: async (run: () => Promise<unknown>): Promise<CpuProfile> => {
      await call("Profiler.enable");
      await call("Profiler.setSamplingInterval", { interval: 200 });
      await call("Profiler.start");
      await run();
      return ((await call("Profiler.stop")) as { profile: CpuProfile }).profile;
    },
    close: () => socket.close(),
  };
}
