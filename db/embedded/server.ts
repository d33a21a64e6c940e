import { spawn } from "node:child_process";
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { minuteMs } from "@/lib/core/durations";

import type { Binaries } from "./binaries";
import { giveTo, type Identity } from "./identity";
import { endProcess, markProcess, type ProcessMark, stillRuns } from "./processes";

const START_TIMEOUT_MS = minuteMs;

/** What a start needs to know; `home` holds the cluster, its log and the mark of its owner. */
export interface ServerOptions {
  readonly home: string;
  readonly binaries: Binaries;
  readonly identity: Identity;
  readonly port: number;
  readonly flags: readonly string[];
}

/** Thrown when PostgreSQL gives up; `reason` is its own last fatal line. */
export class ServerFailed extends Error {
  constructor(readonly reason: string) {
    super(reason);
  }
}

/** A server that accepts connections. */
export interface Launched {
  readonly mark: ProcessMark;
  /** Settles when its process has ended, told or not. */
  readonly ended: Promise<void>;
}

/** Where the server of this home writes what it has to say. */
export const logOf = (home: string) => join(home, "server.log");

/** Starts the server; it accepts connections once this returns. Throws ServerFailed. */
export async function launchServer(options: ServerOptions): Promise<Launched> {
  const { home, binaries, identity, port, flags } = options;
  const cluster = join(home, "cluster");
  const log = logOf(home);
  writeFileSync(log, "");
  giveTo(identity, log);
  const output = openSync(log, "a");
  // Its own process group: Ctrl-C reaches us alone, and the server goes last, after those who use it.
  const child = spawn(binaries.postgres, ["-D", cluster, "-p", String(port), ...flags], {
    ...identity,
    cwd: home,
    env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
    stdio: ["ignore", output, output],
    detached: true,
  });
  closeSync(output);
  let ended = false;
  const end = new Promise<void>((resolve) => {
    child.once("exit", () => resolve()).once("error", () => resolve());
  });
  void end.then(() => (ended = true));
  child.unref();
  const deadline = performance.now() + START_TIMEOUT_MS;
  while (!isReady(cluster, child.pid)) {
    if (ended) throw new ServerFailed(lastFatalLine(log));
    if (performance.now() > deadline) {
      child.kill("SIGKILL");
      throw new ServerFailed(`no answer within ${START_TIMEOUT_MS / 1000} s`);
    }
    await sleep(20);
  }
  const mark = markProcess(child.pid ?? 0);
  if (!mark) throw new ServerFailed(lastFatalLine(log));
  writeFileSync(join(home, "owner.json"), JSON.stringify(markProcess(process.pid)));
  return { mark, ended: end };
}

/** Ends the server: open transactions are rolled back; after 10 s without an end it is killed. */
export async function endServer(server: ProcessMark): Promise<void> {
  if (await endProcess(server, "SIGINT", 10_000)) return;
  await endProcess(server, "SIGKILL", 5_000);
}

/**
 * Clears what an earlier owner left: a server that outlived it is ended, a postmaster.pid whose process is
 * gone (or is no PostgreSQL of ours) is removed.
 * Throws a plain Error when that owner still runs.
 */
export async function clearLeftovers(home: string): Promise<void> {
  const pidFile = join(home, "cluster", "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const server = markProcess(Number(readFileSync(pidFile, "utf8").split("\n")[0]));
  if (!server || !isServerOf(home, server.pid)) {
    rmSync(pidFile, { force: true });
    return;
  }
  const owner = readOwner(home);
  if (owner && stillRuns(owner)) {
    throw new Error(
      `Process ${owner.pid} already runs the database in ${home}. Stop it first (Ctrl-C where it runs).`,
    );
  }
  await endServer(server);
  rmSync(pidFile, { force: true });
}

/** The port of the server that another process of ours runs in this home; undefined when none does. */
export function runningPort(home: string): number | undefined {
  const owner = readOwner(home);
  if (!owner || !stillRuns(owner)) return undefined;
  try {
    const lines = readFileSync(join(home, "cluster", "postmaster.pid"), "utf8").split("\n");
    return lines[7]?.trim() === "ready" ? Number(lines[3]) : undefined;
  } catch {
    return undefined;
  }
}

/** A port of this machine that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** The last line but one of postmaster.pid says how far the start has come, as pg_ctl reads it. */
function isReady(cluster: string, pid: number | undefined): boolean {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    return Number(lines[0]) === pid && lines[7]?.trim() === "ready";
  } catch {
    return false;
  }
}

/** A process number may have gone to a stranger: ours runs in our cluster's folder. */
function isServerOf(home: string, pid: number): boolean {
  if (process.platform !== "linux") return true;
  try {
    const working = statSync(`/proc/${pid}/cwd/.`);
    const cluster = statSync(join(home, "cluster"));
    return working.dev === cluster.dev && working.ino === cluster.ino;
  } catch {
    // Another user's process, whose folder we may not see: not the one that we started.
    return false;
  }
}

function readOwner(home: string): ProcessMark | undefined {
  try {
    return JSON.parse(readFileSync(join(home, "owner.json"), "utf8"));
  } catch {
    return undefined;
  }
}

function lastFatalLine(log: string): string {
  const lines = readFileSync(log, "utf8").split("\n").filter(Boolean);
  const fatal = lines.findLast((line) => /\b(FATAL|PANIC|ERROR):/.test(line)) ?? lines.at(-1);
  return fatal?.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, "") ?? "it ended without a word";
}
