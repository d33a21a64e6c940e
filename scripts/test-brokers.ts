import { main } from "./parts/main";
import { needPackages } from "./parts/packages";
import { runTool } from "./parts/tally";

/** Events to real brokers: NATS's own server, and the broker that librdkafka brings for tests. */
main(async () => {
  // Where Debian puts servers, which not every user's path names.
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };
  needPackages({ "nats-server": "nats-server", kcat: "kcat" }, env);
  const args = ["run", "--project", "brokers"];
  process.exitCode = await runTool("node_modules/vitest/vitest.mjs", args, env);
});
