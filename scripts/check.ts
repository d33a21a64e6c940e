import { runChecks } from "./parts/checks";
import { main } from "./parts/main";
import { summarise } from "./parts/summary";

main(async () => {
  process.exitCode = summarise(await runChecks()) ? 0 : 1;
});
