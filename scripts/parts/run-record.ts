import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

import { endProcess, markProcess, type ProcessMark, stillRuns } from "@/db/embedded/processes";

import { root } from "./paths";

const FILE = root(".data/demo-run.json");

interface RunRecord {
  readonly owner: ProcessMark | undefined;
  readonly children: readonly ProcessMark[];
}

/**
 * Ends the processes of an earlier demo that was killed before it could.
 * Throws a plain Error while that demo still runs.
 */
export async function clearEarlierRun(): Promise<void> {
  const record = read();
  if (!record) return;
  if (record.owner && stillRuns(record.owner)) {
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

/** Notes this process and its children, for the next start to find if this one is killed. */
export function recordRun(pids: readonly (number | undefined)[]): void {
  const children = pids.flatMap((pid) => markProcess(pid ?? 0) ?? []);
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, JSON.stringify({ owner: markProcess(process.pid), children }));
}

/** Forgets the run: everything has ended in order. */
export function forgetRun(): void {
  rmSync(FILE, { force: true });
}

function read(): RunRecord | undefined {
  try {
    return JSON.parse(readFileSync(FILE, "utf8"));
  } catch {
    return undefined;
  }
}
