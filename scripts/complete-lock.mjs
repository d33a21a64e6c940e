// Completes package-lock.json after `npm install`: a registry mirror that lacks the packages of other
// platforms leaves them out of the lock, and `npm ci` then refuses it ("Missing: … from lock file").
// Adds each as an optional entry with its version, os and cpu, so that every platform can install.
import { readFileSync, writeFileSync } from "node:fs";

const LOCK = new URL("../package-lock.json", import.meta.url);
const SYSTEMS = ["linux", "darwin", "win32", "android", "freebsd", "openharmony"];
const PROCESSORS = ["x64", "arm64", "arm", "ia32", "ppc64", "riscv64", "s390x"];

/** Reads os, cpu and libc out of a platform package's name; throws when the name says neither. */
function platformOf(name) {
  const words = name.split("/").at(-1).split("-");
  if (words.includes("wasm32")) return { cpu: ["wasm32"] };
  const os = words.find((word) => SYSTEMS.includes(word));
  const cpu = words.find((word) => PROCESSORS.includes(word));
  if (!os || !cpu) throw new Error(`${name}: no operating system and processor in the name`);
  const musl = words.some((word) => word.startsWith("musl"));
  return { cpu: [cpu], libc: os === "linux" ? [musl ? "musl" : "glibc"] : undefined, os: [os] };
}

const lock = JSON.parse(readFileSync(LOCK, "utf8"));
const added = [];
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const nested = `${path}/node_modules/${name}`;
    const top = `node_modules/${name}`;
    if (lock.packages[nested] ?? lock.packages[top]) continue;
    const { cpu, libc, os } = platformOf(name);
    lock.packages[top] = {
      version,
      cpu,
      ...(entry.dev && { dev: true }),
      libc,
      optional: true,
      os,
    };
    added.push(`${name}@${version}`);
  }
}
const [[root, project], ...rest] = Object.entries(lock.packages);
rest.sort(([a], [b]) => a.localeCompare(b, "en"));
lock.packages = { [root]: project, ...Object.fromEntries(rest) };
writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`);
console.log(
  added.length === 0
    ? "package-lock.json names every platform"
    : `Added ${added.length}: ${added.join(", ")}`,
);
