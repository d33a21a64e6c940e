import { spawnSync } from "node:child_process";

import { main } from "./parts/main";
import { runTool } from "./parts/tally";

/** Debian's packages of the brokers, and the program of each. */
const packages = { "nats-server": "nats-server", kcat: "kcat" };

/** Events to real brokers: NATS's own server, and the broker that librdkafka brings for tests. */
main(async () => {
  // Where Debian puts servers, which not every user's path names.
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };
  const missing = Object.entries(packages)
    .filter(([, program]) => spawnSync(program, ["-h"], { env }).error !== undefined)
    .map(([name]) => name);
  if (missing.length > 0) install(missing);
  const args = ["run", "--project", "brokers"];
  process.exitCode = await runTool("node_modules/vitest/vitest.mjs", args, env);
});

function install(names: readonly string[]): void {
  const tell = `Install ${names.join(" and ")} first: apt-get install ${names.join(" ")}`;
  if (process.getuid?.() !== 0) throw new Error(tell);
  const run = (...args: string[]) => spawnSync("apt-get", args, { stdio: "inherit" }).status === 0;
  if (!run("install", "-y", ...names) && !(run("update") && run("install", "-y", ...names))) {
    throw new Error(tell);
  }
}
