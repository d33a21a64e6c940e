import { runChecks } from "./parts/checks";
import { main } from "./parts/main";
import { summarise } from "./parts/tally";

main(async () => {
  process.exitCode = summarise(await runChecks()) ? 0 : 1;
});
