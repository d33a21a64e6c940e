import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, it } from "vitest";

import { createDatabase } from "@/db/client";
import { chooseIdentity, giveTo } from "@/db/embedded/identity";
import { migrate } from "@/db/migrate";
import { seedDemo } from "@/db/seed";
import { jobActor } from "@/lib/core/job-actor";
import { checkInvariants } from "@/lib/process/check-invariants";
import { makeContext, readConfig } from "@/lib/process/wiring";
import { verifyAudits } from "@/lib/records/audit";

import { demoEnv as env } from "../support/demo-env";
import { type DebianServer, startDebianServer } from "./debian-server";

let server: DebianServer;
const folder = mkdtempSync(join(tmpdir(), "baybook-backup-"));
const backup = join(folder, "baybook.dump");

beforeAll(async () => {
  giveTo(chooseIdentity(folder), folder);
  server = await startDebianServer(["running", "restored"]);
  await migrate(server.urlOf("running"));
  await seedDemo({ databaseUrl: server.urlOf("running"), env, log: () => {} });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** The rows of each table, by its name. */
async function rowsOf(database: string): Promise<Record<string, number>> {
  const { sql, close } = createDatabase(server.urlOf(database), { max: 1, work: "command" });
  try {
    const tables = await sql<{ name: string }[]>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema') order by 1`;
    const counts: Record<string, number> = {};
    for (const { name } of tables) {
      const [row] = await sql.unsafe<{ rows: number }[]>(
        `select count(*)::int as rows from ${name}`,
      );
      counts[name] = row?.rows ?? 0;
    }
    return counts;
  } finally {
    await close();
  }
}

it("what pg_dump saves, pg_restore brings back: every row, every invariant, every seal; and it starts", async () => {
  server.run("pg_dump", "--format=custom", `--file=${backup}`, server.urlOf("running"));
  server.run("pg_restore", "--no-owner", `--dbname=${server.urlOf("restored")}`, backup);

  const rows = await rowsOf("restored");
  expect(rows).toEqual(await rowsOf("running"));
  expect(rows["public.bookings"]).toBeGreaterThan(100);

  // As a starting program does: nothing is left to migrate, and nothing is in its way.
  await migrate(server.urlOf("restored"));
  const { db, close } = createDatabase(server.urlOf("restored"), { max: 1, work: "command" });
  try {
    const ctx = makeContext({ db, actor: jobActor("invariants"), config: readConfig(env) });
    const broken = (await checkInvariants(ctx)).filter(({ differences }) => differences.length > 0);
    expect(broken).toEqual([]);
    const { records, tail } = await verifyAudits(ctx);
    expect(records + tail.count).toBe(rows["public.audits"]);
  } finally {
    await close();
  }
});
