import { createDatabase } from "@/db/client";
import { jobActor } from "@/lib/core/job-actor";
import { checkInvariants } from "@/lib/process/check-invariants";
import { currentClock } from "@/lib/process/context";
import { makeContext, readConfig } from "@/lib/process/wiring";
import { verifyAudits } from "@/lib/records/audit";

import { describeDatabase, openDatabase } from "./parts/database";
import { main } from "./parts/main";

/** How many differences of one kind are printed. */
const most = 20;

/**
 * Checks what must always be true of the data, whatever happened to it, and prints a line for each: exits 1 where
 * anything differs. With `--heads` also the newest seal of each chain, to be noted elsewhere. Reads only, in one snapshot, so it may run while everything else does.
 */
main(async () => {
  const opened = await openDatabase({ join: true });
  const { db, close } = createDatabase(opened.url, {
    max: 1,
    name: "baybook invariants",
    work: "command",
  });
  try {
    const ctx = makeContext({
      db,
      actor: jobActor("invariants"),
      config: readConfig(process.env),
      clock: await currentClock(db),
    });
    const results = await checkInvariants(ctx);
    console.log(`Invariants of ${describeDatabase(opened.url)}`);
    for (const { name, ms, differences } of results) {
      console.log(`${differences.length === 0 ? "holds " : "BROKEN"}  ${name} (${ms} ms)`);
      for (const line of differences.slice(0, most)) console.log(`          ${line}`);
      if (differences.length > most) console.log(`          … ${differences.length - most} more`);
    }
    const { chains, seals, records, tail, heads } = await verifyAudits(ctx);
    const since = tail.since ? `, the oldest of ${tail.since.toISOString()}` : "";
    console.log(`${records} audit records under ${seals} seals in ${chains} chains`);
    console.log(`${tail.count} audit records not sealed yet${since}`);
    if (process.argv.includes("--heads")) {
      for (const head of heads) console.log(`${head.chain} ${head.number} ${head.hash}`);
    }
    process.exitCode = results.every(({ differences }) => differences.length === 0) ? 0 : 1;
  } finally {
    await close();
    await opened.stop();
  }
});
