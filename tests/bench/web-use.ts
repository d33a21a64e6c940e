import { readFileSync } from "node:fs";

import { createDatabase } from "@/db/client";

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

/** What the web process and its database's connections have used of a processor so far, in seconds. */
async function usedSeconds(server: Pick<TestServer, "url" | "env" | "databaseUrl">) {
  const web = await webCpuSeconds(server);
  const { sql, close } = createDatabase(server.databaseUrl, { max: 1 });
  const backends = await sql<{ pid: number }[]>`
    select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
  await close();
  return { web, database: backends.reduce((sum, { pid }) => sum + secondsOf(pid), 0) };
}

/** Milliseconds of a processor. */
export interface Used {
  readonly web: number;
  readonly database: number;
}

/** What work uses of the web process's and PostgreSQL's processor, for each of so many requests. */
export async function usedBy<T>(
  server: Parameters<typeof usedSeconds>[0],
  requests: number,
  work: () => Promise<T>,
): Promise<{ result: T; used: Used }> {
  const before = await usedSeconds(server);
  const result = await work();
  const after = await usedSeconds(server);
  const each = (seconds: number) => (seconds * 1_000) / requests;
  const used = {
    web: each(after.web - before.web),
    database: each(after.database - before.database),
  };
  return { result, used };
}

function secondsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
