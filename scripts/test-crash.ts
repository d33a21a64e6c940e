import { main } from "./parts/main";
import { runTool } from "./parts/tally";

/** The tests that kill processes, as long as they go: `npm test` runs their short form. */
main(async () => {
  const rounds = process.env.CRASH_ROUNDS ?? "20";
  const args = ["run", "tests/crash"];
  process.exitCode = await runTool("node_modules/vitest/vitest.mjs", args, {
    CRASH_ROUNDS: rounds,
  });
});
