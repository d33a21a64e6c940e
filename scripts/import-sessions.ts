import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { and, eq, or, sql } from "drizzle-orm";

import { createDatabase } from "@/db/client";
import { businesses } from "@/db/schema/businesses";
import { siteCsv } from "@/db/seed/data";
import { importSessions } from "@/lib/charging/sessions";
import type { SessionImport } from "@/lib/charging/sessions/schema";
import type { Db } from "@/lib/core/context";
import { isUuid } from "@/lib/core/ids";
import { jobActor } from "@/lib/core/job-actor";
import { makeContext, readConfig } from "@/lib/process/wiring";

import { commandKeys } from "./parts/command-keys";
import { openDatabase } from "./parts/database";
import { main } from "./parts/main";

const usage =
  "Usage: npm run import:sessions -- FILE [--business ID-OR-NAME] [--sites FILE] [--time-zone ZONE]\n" +
  "       [--per-kwh PRICE --currency CODE]\n" +
  "FILE is a CSV with the columns of Perth & Kinross Council's charging sessions; the file of sites has the columns\n" +
  "name, latitude and longitude, and without one the Council's car parks are known.";

/** Loads past charging sessions of another system into one business, and lists the rows that were refused. */
main(async () => {
  const { file, business, sites, ...options } = readArguments();
  const source = readFileSync(file);
  const opened = await openDatabase({ join: true });
  const { db, close } = createDatabase(opened.url, {
    max: 1,
    name: "baybook import",
    work: "command",
  });
  try {
    const config = readConfig({ ...commandKeys(), ...process.env });
    const ctx = makeContext({ db, actor: jobActor("import"), config });
    const report = await importSessions(ctx, {
      source,
      businessId: await findBusiness(db, business),
      sites: sites === undefined ? siteCsv() : readFileSync(sites, "utf8"),
      ...options,
    });
    print(report);
  } finally {
    await close();
    await opened.stop();
  }
});

/** The business of that id or name; without either the only one there is. */
async function findBusiness(db: Db, wanted: string | undefined): Promise<string> {
  const named =
    wanted === undefined
      ? undefined
      : or(eq(businesses.name, wanted), isUuid(wanted) ? eq(businesses.id, wanted) : sql`false`);
  const found = await db
    .select({ id: businesses.id, name: businesses.name })
    .from(businesses)
    .where(and(eq(businesses.status, "Active"), named))
    .orderBy(businesses.name);
  const [only, ...more] = found;
  if (only && more.length === 0) return only.id;
  const list = found.map(({ id, name }) => `  ${id}  ${name}`).join("\n");
  throw new Error(
    only
      ? `Name one of these businesses by --business:\n${list}`
      : "There is no such active business.",
  );
}

function print({ read, imported, refused, duplicates, exchanged, rows }: SessionImport): void {
  if (exchanged) {
    console.log("Day and month of the file's dates are exchanged; they were put right.");
  }
  for (const { row, why } of rows) console.log(`row ${row}: ${why}`);
  console.log(
    `${read} rows read: ${imported} imported, ${refused} refused, ${duplicates} there already.`,
  );
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        business: { type: "string" },
        sites: { type: "string" },
        "time-zone": { type: "string" },
        "per-kwh": { type: "string" },
        currency: { type: "string" },
      },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new Error("Name one file.");
    const { business, sites, "time-zone": timeZone, "per-kwh": perKwh, currency } = values;
    const pricing =
      perKwh === undefined ? undefined : { mode: "Energy" as const, perKwh, currency };
    return { file, business, sites, timeZone, pricing };
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${usage}`, {
      cause: error,
    });
  }
}
