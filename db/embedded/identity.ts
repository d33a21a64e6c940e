import { spawnSync } from "node:child_process";
import { chownSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** The system user that PostgreSQL runs as. Empty: it runs as whoever started us. */
export interface Identity {
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * PostgreSQL refuses to run as root, so root lends it an unprivileged user that the system already has:
 * the owner of an existing cluster, else `postgres`, else `nobody`. Adds no user to the system.
 * Throws a plain Error when root finds none.
 */
export function chooseIdentity(clusterDirectory: string): Identity {
  if (process.getuid?.() !== 0) return {};
  const owner = statSync(clusterDirectory, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const found = findUser("postgres") ?? findUser("nobody");
  if (found) return found;
  throw new Error(
    "PostgreSQL does not run as root, and this system has neither a user postgres nor nobody. " +
      "Start as another user, or set DATABASE_URL to a server of your own.",
  );
}

/** initdb looks its user up by number, so a number without an entry in the user list would not do. */
function findUser(name: string): Identity | undefined {
  const fields = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .find(([user]) => user === name);
  const [uid, gid] = [Number(fields?.[2]), Number(fields?.[3])];
  return uid > 0 && gid > 0 ? { uid, gid } : undefined;
}

/** Hands a file or folder to the identity, so that PostgreSQL may own it. */
export function giveTo(identity: Identity, path: string): void {
  if (identity.uid !== undefined && identity.gid !== undefined) {
    chownSync(path, identity.uid, identity.gid);
  }
}

/** `giveTo` for a folder and all that is in it, unless the identity has it already (a copy made by root). */
export function giveAllTo(identity: Identity, folder: string): void {
  if (identity.uid === undefined || statSync(folder).uid === identity.uid) return;
  for (const entry of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    giveTo(identity, join(folder, entry));
  }
  giveTo(identity, folder);
}

/** Whether the identity can read (`-r`), write (`-w`) or enter (`-x`) a path, found out by trying as it. */
export function may(identity: Identity, test: "-r" | "-w" | "-x", path: string): boolean {
  if (identity.uid === undefined) return true;
  const tried = spawnSync("/bin/sh", ["-c", 'test "$1" "$2"', "sh", test, path], {
    ...identity,
    cwd: "/",
    stdio: "ignore",
  });
  return tried.status === 0;
}
