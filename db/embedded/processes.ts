import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** A process told apart from a later one that got the same number. */
export interface ProcessMark {
  readonly pid: number;
  /** When it began, in whatever unit this system counts. */
  readonly began: string;
}

/** Marks a running process; undefined when there is none of that number. */
export function markProcess(pid: number): ProcessMark | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  const began = process.platform === "linux" ? beganOnLinux(pid) : beganElsewhere(pid);
  return began ? { pid, began } : undefined;
}

/** Whether the very process that was marked still runs. */
export function stillRuns(mark: ProcessMark): boolean {
  return markProcess(mark.pid)?.began === mark.began;
}

/** Sends the signal and waits for the end; false when the process outlives `timeoutMs`. */
export async function endProcess(
  mark: ProcessMark,
  signal: NodeJS.Signals,
  timeoutMs: number,
): Promise<boolean> {
  if (stillRuns(mark)) process.kill(mark.pid, signal);
  const deadline = performance.now() + timeoutMs;
  while (stillRuns(mark)) {
    if (performance.now() > deadline) return false;
    await sleep(25);
  }
  return true;
}

function beganOnLinux(pid: number): string | undefined {
  try {
    // The name in parentheses may hold spaces: count from its end. State is field 3, the start field 22.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return fields[0] === "Z" ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function beganElsewhere(pid: number): string | undefined {
  if (process.platform !== "win32") {
    const told = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
    return told.stdout?.trim() || undefined;
  }
  try {
    process.kill(pid, 0);
    return "running";
  } catch {
    return undefined;
  }
}
