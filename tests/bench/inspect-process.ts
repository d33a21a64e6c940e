interface Memory {
  /** In bytes. */
  readonly rss: number;
  readonly heapUsed: number;
}

/** Asks a process of Node that was started with `--inspect` on this port. The caller closes it. */
export async function inspectProcess(port: number) {
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
      const expression = "process.memoryUsage()";
      const answer = await call("Runtime.evaluate", { expression, returnByValue: true });
      return (answer as { result: { value: Memory } }).result.value;
    },
    close: () => socket.close(),
  };
}
