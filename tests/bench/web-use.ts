import type { TestServer } from "../support/server";

/** What the metrics say of the web process. */
async function metric(server: Pick<TestServer, "url" | "env">, name: string): Promise<number> {
  const headers = { authorization: `Bearer ${server.env.METRICS_TOKEN}` };
  const text = await (await fetch(`${server.url}/api/metrics`, { headers })).text();
  const [, value] = new RegExp(`^${name} (\\S+)$`, "m").exec(text) ?? [];
  return Number(value);
}

/** What the web process has used of a processor so far, in seconds. */
export const webCpuSeconds = (server: Pick<TestServer, "url" | "env">) =>
  metric(server, "process_cpu_seconds_total");
