import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { root } from "./paths";

/** What the production build is made of. Left out: tests, scripts, docs. */
const SOURCES =
  "app components db lib public proxy.ts instrumentation.ts next.config.mjs postcss.config.mjs tsconfig.json package.json package-lock.json".split(
    " ",
  );
const STAMP = root(".next/baybook-sources");

/** Whether the production build is that of the present sources. */
export function isBuilt(): boolean {
  return (
    existsSync(root(".next/BUILD_ID")) &&
    existsSync(STAMP) &&
    readFileSync(STAMP, "utf8") === fingerprint()
  );
}

/**
 * Makes the production build with the stamp that `isBuilt` reads.
 * Throws an Error with the build's output when it fails.
 */
export async function build(): Promise<void> {
  const sources = fingerprint();
  rmSync(STAMP, { force: true });
  const child = spawn(process.execPath, [root("node_modules/next/dist/bin/next"), "build"], {
    cwd: root(),
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  process.once("exit", () => child.kill());
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise((resolve) => child.once("error", resolve).once("close", resolve));
  if (code !== 0) throw new Error(`The production build failed.\n${output.trim()}`);
  mkdirSync(root(".next"), { recursive: true });
  writeFileSync(STAMP, sources);
}

function fingerprint(): string {
  const hash = createHash("sha256");
  for (const [name, value] of Object.entries(process.env).toSorted()) {
    if (name.startsWith("NEXT_PUBLIC_")) hash.update(`${name}=${value}\n`);
  }
  for (const file of SOURCES.flatMap(filesOf).toSorted()) {
    hash.update(`${file}\n`).update(readFileSync(root(file)));
  }
  return hash.digest("hex");
}

function filesOf(path: string): string[] {
  if (!existsSync(root(path))) return [];
  if (path.includes(".")) return [path];
  return readdirSync(root(path), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root().length));
}
