import { readdirSync, readFileSync } from "node:fs";

/**
 * Stops every process of the PostgreSQL whose postmaster this is, so that it keeps its connections, takes new ones and
 * answers nothing. Returns what lets it go on. Linux alone.
 */
export function hang(postmaster: number): () => void {
  process.kill(postmaster, "SIGSTOP");
  // Its children, which cannot become more now.
  const all = [postmaster, ...childrenOf(postmaster)];
  for (const pid of all) signal(pid, "SIGSTOP");
  return () => {
    for (const pid of all) signal(pid, "SIGCONT");
  };
}

function childrenOf(parent: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === parent);
}

function parentOf(pid: number): number | undefined {
  try {
    // The name in parentheses may hold spaces: count from its end.
    return Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[1]);
  } catch {
    return undefined;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended meanwhile.
  }
}
