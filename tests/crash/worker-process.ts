import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

import { afterEach, expect } from "vitest";

import type { Database } from "@/db/client";

import { testEnvironment } from "../support/server";

/** What the connections of a test that counts those of its workers are called. */
export const testName = "who kills workers";

/** Workers as `npm run worker` starts them, on the database at `url`; those of a test are ended with it. */
export function workersOn(
  { sql, url }: Pick<Database, "sql"> & { readonly url: string },
  env: Readonly<Record<string, string>>,
) {
  const workers = new Set<ChildProcess>();
  afterEach(() => workers.forEach((worker) => worker.kill("SIGKILL")));
  const started = { ...testEnvironment(url, "http://baybook.test"), LOG_LEVEL: "fatal", ...env };
  const connections = async () => {
    const [row] = await sql`
      select count(*)::int as n from pg_stat_activity
      where datname = current_database() and application_name not like ${`${testName}%`}
        and backend_type = 'client backend'`;
    return row?.n as number;
  };
  return {
    start(): ChildProcess {
      const args = ["--import", "tsx", "lib/jobs/worker.ts"];
      const worker = spawn(process.execPath, args, {
        env: { ...process.env, ...started },
        stdio: ["ignore", "inherit", "inherit"],
      });
      workers.add(worker);
      return worker;
    },
    kill: (worker: ChildProcess) => void worker.kill("SIGKILL"),
    /** Returns when the killed one is gone, and with it the statements that it had sent before. */
    async gone(worker: ChildProcess): Promise<void> {
      if (worker.exitCode === null && worker.signalCode === null) await once(worker, "exit");
      workers.delete(worker);
      await expect.poll(connections, { timeout: 20_000, interval: 50 }).toBe(0);
    },
  };
}
