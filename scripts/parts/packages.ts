import { spawnSync } from "node:child_process";

/**
 * Installs those of Debian's packages whose program (named by its package) does not run here yet.
 * Throws an Error that says what to install where we may not.
 */
export function needPackages(
  programs: Readonly<Record<string, string>>,
  env: NodeJS.ProcessEnv = process.env,
): void {
  const missing = Object.entries(programs)
    .filter(([, program]) => spawnSync(program, ["-h"], { env }).error !== undefined)
    .map(([name]) => name);
  if (missing.length === 0) return;
  const tell = `Install ${missing.join(" and ")} first: apt-get install ${missing.join(" ")}`;
  if (process.getuid?.() !== 0) throw new Error(tell);
  const run = (...args: string[]) => spawnSync("apt-get", args, { stdio: "inherit" }).status === 0;
  if (!run("install", "-y", ...missing) && !(run("update") && run("install", "-y", ...missing))) {
    throw new Error(tell);
  }
}
