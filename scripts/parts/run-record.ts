import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { endProcess, markProcess, type ProcessMark, stillRuns } from "@/db/embedded/processes";

import { root } from "./paths";
import { welcome } from "./welcome";

const FILE = root(".data/demo-run.json");

interface RunRecord {
  readonly owner: ProcessMark | undefined;
  readonly children: readonly ProcessMark[];
  /** Where it answers, once it does. */
  readonly url?: string;
  /** True once it has been told to stop. */
  readonly stopping?: boolean;
}

/** Longer than the servers and the database take to end. */
const STOP_TIMEOUT_MS = 25_000;

/**
 * Ends the processes of an earlier demo that was killed before it could.
 * Throws a plain Error while that demo still runs.
 */
export async function clearEarlierRun(): Promise<void> {
  const record = read();
  if (!record) return;
  if (record.owner && !(await hasEnded(record.owner, record.stopping ? STOP_TIMEOUT_MS : 0))) {
    if (record.url) console.log(welcome(record.url));
    throw new Error(
      `The demo already runs here (process ${record.owner.pid}). Stop it first with Ctrl-C.`,
    );
  }
  await Promise.all(
    record.children.map(async (child) => {
      if (!(await endProcess(child, "SIGTERM", 10_000))) await endProcess(child, "SIGKILL", 5_000);
    }),
  );
  rmSync(FILE, { force: true });
}

/** Notes this process, its children and where they answer, for the next start to find if this one is killed. */
export function recordRun(pids: readonly (number | undefined)[], url?: string): void {
  write({ owner: markProcess(process.pid), children: marks(pids), url });
}

/** Notes that the run is about to end: the next start waits for that instead of refusing. */
export function recordStopping(pids: readonly (number | undefined)[]): void {
  write({ owner: markProcess(process.pid), children: marks(pids), stopping: true });
}

/** Forgets the run: everything has ended in order. */
export function forgetRun(): void {
  rmSync(FILE, { force: true });
}

async function hasEnded(owner: ProcessMark, timeoutMs: number): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  while (stillRuns(owner)) {
    if (performance.now() >= deadline) return false;
    await sleep(100);
  }
  return true;
}

function marks(pids: readonly (number | undefined)[]): ProcessMark[] {
  return pids.flatMap((pid) => markProcess(pid ?? 0) ?? []);
}

function write(record: RunRecord): void {
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, JSON.stringify(record));
}

function read(): RunRecord | undefined {
  try {
    return JSON.parse(readFileSync(FILE, "utf8"));
  } catch {
    return undefined;
  }
}
