import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { createDatabase } from "@/db/client";
import { startEmbedded } from "@/db/embedded";
import { clearLeftovers } from "@/db/embedded/server";
import { migrate } from "@/db/migrate";

const TEMPLATE = "baybook_template";
const FOLDER = "baybook-test-";
/** A run that just begins has no server yet that would show that it lives. */
const YOUNG = 60_000;

/**
 * Starts one PostgreSQL for a whole run, with a migrated template database, and names it in TEST_CLUSTER_URL
 * for every process of the run. Where that is set already, someone else started it and stops it. Only a durable one
 * flushes to the disk, as one with people's data does.
 * Returns what ends it and removes its data.
 */
export async function startTestCluster(
  options: { readonly durable?: boolean } = {},
): Promise<() => Promise<void>> {
  if (process.env.TEST_CLUSTER_URL) return async () => {};
  await removeAbandoned();
  const home = makeClusterFolder();
  const directory = join(home, "postgres");
  const server = await startEmbedded({ directory, durable: options.durable ?? false });
  process.env.UPLOADS_DIR = join(home, "uploads");
  process.env.TEST_CLUSTER_URL = server.databaseUrl("postgres");
  await runOnCluster(`create database ${TEMPLATE}`);
  await migrate(server.databaseUrl(TEMPLATE));
  return async () => {
    delete process.env.TEST_CLUSTER_URL;
    delete process.env.UPLOADS_DIR;
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  };
}

/** Does something on a PostgreSQL of its own that flushes to the disk, whichever others use meanwhile. */
export async function onDurableCluster<T>(work: () => Promise<T>): Promise<T> {
  const { TEST_CLUSTER_URL, UPLOADS_DIR } = process.env;
  delete process.env.TEST_CLUSTER_URL;
  const stop = await startTestCluster({ durable: true });
  try {
    return await work();
  } finally {
    await stop();
    Object.assign(process.env, { ...(TEST_CLUSTER_URL && { TEST_CLUSTER_URL, UPLOADS_DIR }) });
  }
}

/** A folder for a cluster that only this run uses; open to the user as which PostgreSQL runs. */
export function makeClusterFolder(): string {
  const home = mkdtempSync(join(tmpdir(), FOLDER));
  chmodSync(home, 0o755);
  return home;
}

/**
 * Makes a fresh migrated database and returns its address: an empty one, in about 30 ms, or a copy of the database at
 * `template`, to which nobody may be connected.
 */
export async function createTestDatabase(template?: string): Promise<string> {
  const name = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  // Copying the files takes a third of what writing each page to the log as well would.
  const original = template ? nameOf(template) : TEMPLATE;
  await runOnCluster(`create database ${name} template ${original} strategy file_copy`);
  const url = new URL(clusterUrl());
  url.pathname = name;
  return url.href;
}

/** Drops a database of `createTestDatabase`, whoever is still connected. */
export async function dropTestDatabase(url: string): Promise<void> {
  await runOnCluster(`drop database if exists ${nameOf(url)} with (force)`);
}

const nameOf = (databaseUrl: string) => new URL(databaseUrl).pathname.slice(1);

async function runOnCluster(statement: string): Promise<void> {
  const { sql, close } = createDatabase(clusterUrl(), { max: 1 });
  try {
    await sql.unsafe(statement);
  } finally {
    await close();
  }
}

function clusterUrl(): string {
  const url = process.env.TEST_CLUSTER_URL;
  if (!url)
    throw new Error("No test database: this file's vitest project has no cluster-setup.ts.");
  return url;
}

/** What a killed run left behind; the folders of runs that still go on are left alone. */
async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(FOLDER)) continue;
    const home = join(tmpdir(), name);
    try {
      if (Date.now() - statSync(home).mtimeMs < YOUNG) continue;
      await clearLeftovers(join(home, "postgres"));
      rmSync(home, { recursive: true, force: true });
    } catch {
      // Its owner still runs, or it is another user's.
    }
  }
}
