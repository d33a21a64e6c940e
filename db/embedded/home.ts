import { randomBytes } from "node:crypto";
import {
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

import { sharedFolder } from "./binaries";
import { giveTo, type Identity, may } from "./identity";

/**
 * Makes the folder in which a cluster lives and returns its real path. Where the identity cannot enter it
 * (a project under root's home, say), the files go to a shared folder and `directory` becomes a link to it.
 */
export function prepareHome(directory: string, identity: Identity): string {
  const path = resolve(directory);
  mkdirSync(dirname(path), { recursive: true });
  const entry = lstatSync(path, { throwIfNoEntry: false });
  // A link whose target somebody removed: the target comes back empty.
  const real = entry?.isSymbolicLink() ? resolve(dirname(path), readlinkSync(path)) : path;
  mkdirSync(real, { recursive: true, mode: 0o755 });
  giveTo(identity, real);
  if (may(identity, "-w", real)) return realpathSync(real);

  const project = basename(dirname(dirname(path))).replace(/[^\w-]/g, "") || "project";
  const elsewhere = join(sharedFolder(), `${project}-${randomBytes(4).toString("hex")}`);
  mkdirSync(elsewhere, { mode: 0o755 });
  giveTo(identity, elsewhere);
  rmSync(path, { recursive: true });
  symlinkSync(elsewhere, path);
  return elsewhere;
}

/** The cluster's superuser password: made once, kept beside the cluster, readable by its owner alone. */
export function keptPassword(home: string, identity: Identity): { password: string; file: string } {
  const file = join(home, "password");
  try {
    writeFileSync(file, randomBytes(18).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  giveTo(identity, file);
  return { password: readFileSync(file, "utf8").trim(), file };
}
