import { spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { createDatabase } from "./client";
import { type Binaries, findBinaries } from "./embedded/binaries";
import { keptPassword, prepareHome } from "./embedded/home";
import { chooseIdentity, giveAllTo, giveTo, type Identity } from "./embedded/identity";
import {
  clearLeftovers,
  endServer,
  freePort,
  type Launched,
  launchServer,
  logOf,
  runningPort,
  ServerFailed,
  type ServerOptions,
} from "./embedded/server";

const MAJOR = "18";
const USER = "baybook";
/** For data that nobody will miss: a test's. Several times faster, and lost when the machine stops. */
const PASSING = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

export interface EmbeddedOptions {
  /** Folder of the cluster; made when missing, its data kept when not. */
  readonly directory: string;
  /** Default: any free one. */
  readonly port?: number;
  /** False for tests: nothing is flushed to the disk. */
  readonly durable?: boolean;
}

/** A running PostgreSQL that belongs to this process. */
export interface Embedded {
  /** Address of the database `baybook` on it. */
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Address of another database on the same server. */
  databaseUrl(name: string): string;
  /** The file in which it says what troubles it. */
  readonly log: string;
  /** Settles when the server has ended, whether it was told to or died. */
  readonly ended: Promise<void>;
  /** Ends the server and keeps its data. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that npm installed, on 127.0.0.1 alone, making its cluster first when there is none.
 * Runs it as an unprivileged user when we are root, and clears what a killed predecessor left.
 * Throws an Error with one plain sentence when the data is broken, in use, or the port is taken.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const identity = chooseIdentity(join(options.directory, "cluster"));
  const binaries = findBinaries(identity);
  const home = prepareHome(options.directory, identity);
  const { password, file } = keptPassword(home, identity);
  if (!existsSync(join(home, "cluster"))) await initialise(home, binaries, identity, file);
  checkCluster(home);
  takeOver(join(home, "cluster"), identity);
  await clearLeftovers(home);
  const { server, port } = await launch(home, binaries, identity, options);
  const databaseUrl = (name: string) => addressOf(password, port, name);
  await ensureDatabase(databaseUrl("postgres"));
  return {
    url: databaseUrl("baybook"),
    port,
    pid: server.mark.pid,
    log: logOf(home),
    ended: server.ended,
    databaseUrl,
    stop: () => endServer(server.mark),
  };
}

/**
 * The address of the database `baybook` on the server that another process runs in this folder, such as the
 * demo's; undefined when none does.
 */
export function findEmbedded(directory: string): string | undefined {
  if (!existsSync(join(directory, "cluster"))) return undefined;
  const port = runningPort(directory);
  if (port === undefined) return undefined;
  const password = readFileSync(join(directory, "password"), "utf8").trim();
  return addressOf(password, port, "baybook");
}

const addressOf = (password: string, port: number, name: string) =>
  `postgres://${USER}:${password}@127.0.0.1:${port}/${encodeURIComponent(name)}`;

/** initdb works in a passing folder, so that an interrupted one leaves no half cluster behind. */
async function initialise(
  home: string,
  { initdb }: Binaries,
  identity: Identity,
  passwordFile: string,
): Promise<void> {
  const passing = mkdtempSync(join(home, "initdb-"));
  giveTo(identity, passing);
  const flags = ["--auth=scram-sha-256", `--pwfile=${passwordFile}`, `--username=${USER}`];
  // PostgreSQL's own locale sorts and folds alike on every system.
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin"];
  const child = spawn(
    initdb,
    [
      "-D",
      passing,
      ...flags,
      ...locale,
      "--builtin-locale=C.UTF-8",
      "--no-sync",
      "--no-instructions",
    ],
    {
      ...identity,
      cwd: home,
      env: { ...process.env, LC_ALL: "C" },
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  let complaint = "";
  child.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
  const [code] = await once(child, "close");
  if (code !== 0) {
    rmSync(passing, { recursive: true, force: true });
    throw new Error(`The embedded database could not be made in ${home}: ${complaint.trim()}`);
  }
  renameSync(passing, join(home, "cluster"));
}

/** A copied folder has the copier as its owner and wider permissions than PostgreSQL accepts. */
function takeOver(cluster: string, identity: Identity): void {
  giveAllTo(identity, cluster);
  chmodSync(cluster, 0o700);
}

function checkCluster(home: string): void {
  const cluster = join(home, "cluster");
  const remedy = `Move the folder away, or delete it to start afresh (its data is lost then).`;
  if (
    !existsSync(join(cluster, "PG_VERSION")) ||
    !existsSync(join(cluster, "global", "pg_control"))
  ) {
    const state = readdirSync(cluster).length === 0 ? "empty" : "broken";
    throw new Error(`The database folder ${home} is ${state}. ${remedy}`);
  }
  const version = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  if (version === MAJOR) return;
  throw new Error(
    `The database folder ${home} was made by PostgreSQL ${version}; this is ${MAJOR}. ${remedy}`,
  );
}

/** Tries again where that can help: a free port lost to a stranger, a dying predecessor's shared memory. */
async function launch(
  home: string,
  binaries: Binaries,
  identity: Identity,
  { port, durable = true }: EmbeddedOptions,
): Promise<{ server: Launched; port: number }> {
  const settings = [
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=200",
    "timezone=UTC",
    "log_timezone=UTC",
    ...(durable ? [] : PASSING),
  ];
  const flags = settings.flatMap((setting) => ["-c", setting]);
  for (let attempt = 1; ; attempt += 1) {
    const server: ServerOptions = {
      home,
      binaries,
      identity,
      flags,
      port: port ?? (await freePort()),
    };
    try {
      return { server: await launchServer(server), port: server.port };
    } catch (error) {
      if (!(error instanceof ServerFailed)) throw error;
      const maySoonWork = isPortTaken(error.reason)
        ? port === undefined
        : /still in use/.test(error.reason);
      if (!maySoonWork || attempt === 20) throw new Error(explain(error, server), { cause: error });
      await sleep(250);
    }
  }
}

function explain({ reason }: ServerFailed, { home, port }: ServerOptions): string {
  if (/lock file/.test(reason)) {
    return `Another process has just started the database in ${home}. Stop it first.`;
  }
  if (isPortTaken(reason)) return `Port ${port} is taken: the database cannot start.`;
  const log = logOf(home);
  return `The embedded database in ${home} does not start: ${reason}. See ${log}.`;
}

const isPortTaken = (reason: string) => /TCP\/IP sockets|could not bind/i.test(reason);

async function ensureDatabase(adminUrl: string): Promise<void> {
  const { sql, close } = createDatabase(adminUrl, { max: 1, work: "command" });
  try {
    const [found] = await sql`select 1 from pg_database where datname = 'baybook'`;
    if (!found) await sql`create database baybook`;
  } finally {
    await close();
  }
}
