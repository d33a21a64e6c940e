import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import postgres from "postgres";

import { chooseIdentity, giveTo } from "@/db/embedded/identity";
import { freePort } from "@/db/embedded/server";

/** Where Debian puts each major version of PostgreSQL. */
const versions = "/usr/lib/postgresql";

/** A server of the same version as the programs that save and restore, in a folder of its own. */
export interface DebianServer {
  urlOf(database: string): string;
  /** Runs `pg_dump` or `pg_restore`; throws with what it said where it failed. */
  run(program: "pg_dump" | "pg_restore", ...args: string[]): void;
  stop(): Promise<void>;
}

/** Starts the newest PostgreSQL that Debian has here. Throws where there is none. */
export async function startDebianServer(databases: readonly string[]): Promise<DebianServer> {
  const [newest] = readdirSync(versions)
    .toSorted((one, other) => Number(other) - Number(one))
    .map((version) => join(versions, version, "bin"))
    .filter((bin) => ["postgres", "pg_dump"].every((name) => existsSync(join(bin, name))));
  if (newest === undefined) throw new Error("apt-get install postgresql");
  const folder = mkdtempSync(join(tmpdir(), "baybook-restore-"));
  const identity = chooseIdentity(folder);
  giveTo(identity, folder);
  const data = join(folder, "data");
  const call = (program: string, ...args: string[]) => {
    const done = spawnSync(join(newest, program), args, { ...identity, cwd: folder });
    if (done.status !== 0) throw new Error(`${program}: ${done.stderr?.toString()}`);
  };
  call("initdb", "-D", data, "-U", "baybook", "--auth=trust", "--encoding=UTF8");
  const port = await freePort();
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off"];
  const server = spawn(
    join(newest, "postgres"),
    ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])],
    { ...identity, cwd: folder, stdio: "ignore" },
  );
  const urlOf = (database: string) => `postgres://baybook@127.0.0.1:${port}/${database}`;
  await makeDatabases(urlOf("postgres"), databases);
  return {
    urlOf,
    run: call,
    stop: async () => {
      const gone = once(server, "exit");
      server.kill("SIGINT");
      await gone;
      rmSync(folder, { recursive: true });
    },
  };
}

async function makeDatabases(url: string, names: readonly string[]): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  for (let left = 100; ; left -= 1) {
    try {
      await sql`select 1`;
      break;
    } catch (error) {
      if (left === 0) throw error;
      await sleep(100);
    }
  }
  for (const name of names) await sql`create database ${sql(name)}`;
  await sql.end();
}
