import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cpus } from "node:os";

import type { TestServer } from "../support/server";

export const cores = cpus().length;
/** Two web processes, PostgreSQL and who asks need a core each; with fewer, two web processes tell nothing. */
export const coresForTwo = 4;

/**
 * Gives each web process a core of its own, and PostgreSQL and this process, which asks, the rest, where there are
 * enough.
 */
export async function pinApart(
  { sql, processes }: Pick<TestServer, "sql" | "processes">,
  beside: Pick<TestServer, "processes">,
): Promise<void> {
  if (cores < coresForTwo) return;
  const webs = [processes[0]?.pid, beside.processes[0]?.pid];
  for (const [core, pid] of webs.entries()) if (pid) pin(pid, String(core));
  const backends = await sql<{ pid: number }[]>`select pid from pg_stat_activity`;
  // Its connections inherit what the first of its processes has.
  const [parent] = await sql<{ pid: number }[]>`
    select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid`;
  const others = [process, ...backends, ...(parent ? [parent] : [])];
  for (const { pid } of others) {
    // One of PostgreSQL's may have ended meanwhile.
    if (existsSync(`/proc/${pid}`)) pin(pid, `${webs.length}-${cores - 1}`);
  }
}

/** With all its threads. */
const pin = (pid: number, to: string) =>
  execFileSync("taskset", ["--all-tasks", "--cpu-list", "--pid", to, String(pid)], {
    stdio: "ignore",
  });
