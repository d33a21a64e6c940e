import { findBrowser } from "./parts/browser";
import { build, isBuilt } from "./parts/build";
import { runChecks } from "./parts/checks";
import { main } from "./parts/main";
import { summarise } from "./parts/summary";
import { type Tally, tallyOne, tallyPlaywright, tallyVitest } from "./parts/tally";

/** Everything, in the order in which a failure is cheapest to hear; nothing stops at the first. */
main(async () => {
  const tallies = await runChecks();
  // The build keeps one core busy for most of its time, and these tests wait for the database now and then.
  const [built, ...inside] = await Promise.all([
    tallyOne("build", async () => {
      if (!isBuilt()) await build();
      return true;
    }),
    tallyVitest("rooms and API", ["rooms", "http", "api", "walks", "model"]),
  ]);
  tallies.push(...inside, built);
  if (built.failed === 0) {
    // While the browser's tests make their data, on one core, those of the servers have the other.
    const [servers, browser] = await Promise.all([
      tallyVitest("servers", ["server"]),
      browserTests(),
    ]);
    tallies.push(servers, ...browser);
  } else {
    console.error(
      "Without a build there is nothing to serve: server and browser tests cannot run.",
    );
    tallies.push(impossible("servers"), impossible("browser"));
  }
  process.exitCode = summarise(tallies) ? 0 : 1;
});

async function browserTests(): Promise<Tally[]> {
  let path = "";
  const found = await tallyOne("a browser", async () => {
    path = findBrowser();
    return true;
  });
  const tests = path
    ? await tallyPlaywright("browser", { BROWSER_PATH: path })
    : impossible("browser");
  return [found, tests];
}

const impossible = (name: string): Tally => ({ name, passed: 0, failed: 1, seconds: 0 });
