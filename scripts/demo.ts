import { migrate } from "@/db/migrate";
import { freePort } from "@/db/embedded/server";
import { seedDemo } from "@/db/seed";

import { build, isBuilt } from "./parts/build";
import { describeDatabase, type OpenDatabase, openDatabase } from "./parts/database";
import { readableLine } from "./parts/log-line";
import { main, step } from "./parts/main";
import { claimPort } from "./parts/port";
import { clearEarlierRun, forgetRun, recordRun, recordStopping } from "./parts/run-record";
import { demoSecrets } from "./parts/secrets";
import { serve, type Served } from "./parts/serve";
import { welcome } from "./parts/welcome";

const development = process.argv.includes("--dev");

main(async () => {
  const stop = stopSignal();
  await clearEarlierRun();
  const port = await claimPort();
  recordRun([]);
  const database = await step("Starting the database", () => openDatabase());
  let served: Served | undefined;
  try {
    const env = environment(port, database, await gatewayPort());
    await unless(stop, Promise.all([prepareBuild(), prepareData(env)]));
    served = await startServers(port, env, stop);
    recordRun(pidsOf(served), served.url);
    console.log(welcome(served.url));
    const end = await unless(stop, Promise.race([served.ended, database.ended]));
    throw new Error(`${end} The demo stops.\n${served.output()}`);
  } catch (error) {
    if (!stop.aborted) throw error;
  } finally {
    console.log("\nStopping …");
    recordStopping(pidsOf(served));
    await served?.stop();
    await database.stop();
    forgetRun();
    console.log("Stopped. The data is kept: `npm run demo` goes on from here.");
  }
});

const pidsOf = (served?: Served) => served?.processes.map(({ pid }) => pid) ?? [];

function startServers(
  port: number,
  env: Record<string, string>,
  signal: AbortSignal,
): Promise<Served> {
  const onLine = (name: string, line: string) => {
    const words = readableLine(line);
    if (words !== null) console.log(`[${name}] ${words}`);
  };
  return step("Starting the servers", () =>
    serve({ port, env, gateway: true, development, signal, onLine }),
  );
}

async function prepareBuild(): Promise<void> {
  if (development || isBuilt()) return;
  await step("Building", build);
}

async function prepareData(env: Record<string, string>): Promise<void> {
  const databaseUrl = env.DATABASE_URL ?? "";
  if (process.env.DATABASE_URL) {
    const place = describeDatabase(databaseUrl);
    console.log(`The demo's data and its logins with a published password go to ${place}.`);
  }
  await step("Migrating", () => migrate(databaseUrl));
  await step("Seeding", () => seedDemo({ databaseUrl, env, log: (line) => console.log(line) }));
}

/** Nobody needs to know it: the web server leads there. */
const gatewayPort = async () => Number(process.env.GATEWAY_PORT) || freePort();

function environment(port: number, { url }: OpenDatabase, gateway: number): Record<string, string> {
  return {
    ...demoSecrets(),
    BAYBOOK_DEMO: "1",
    // A newcomer looks for the address and the logins, not for a line of every request.
    LOG_LEVEL: process.env.LOG_LEVEL ?? "warn",
    DATABASE_URL: url,
    PORT: String(port),
    GATEWAY_PORT: String(gateway),
    GATEWAY_URL: process.env.GATEWAY_URL ?? `http://127.0.0.1:${gateway}`,
    BASE_URL: process.env.BASE_URL ?? `http://localhost:${port}`,
  };
}

/** Aborts at the first SIGINT, SIGTERM or SIGHUP; later ones change nothing. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => controller.abort());
  }
  return controller.signal;
}

/** The work's result; throws as soon as the signal aborts, leaving the work to the end of the process. */
function unless<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.throwIfAborted();
    signal.addEventListener("abort", () => reject(signal.reason));
  });
  return Promise.race([work, aborted]);
}
