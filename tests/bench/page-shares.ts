import { demoTemplate } from "./demo-template";
import type { Figure } from "./figures";
import { startInspected } from "./inspect-process";
import { fire } from "./load";
import { freeStation } from "./pages";
import { ownersOfPages, sharesOf } from "./whose-time";

const bench = "whose time a page takes that is made anew";
const [count, warmUp, clients] = [300, 80, 8];

/** Where the web's main thread spends the time of pages that are kept for nobody, by whose code it is (docs/page-speed.md). */
export async function pageShares(): Promise<Figure[]> {
  const template = await demoTemplate();
  const { server, inspected, stop } = await startInspected({
    template,
    env: { BAYBOOK_DEMO: "1" },
  });
  try {
    let words = 0;
    const ask = async (path: string, times: number) => {
      const { statuses } = await fire(
        server.url,
        Array.from({ length: times }, () => ({
          method: "GET" as const,
          path: `${path}?word=${(words += 1)}`,
          headers: { "accept-encoding": "gzip" },
        })),
        clients,
      );
      if (statuses[200] !== times) throw new Error(`${path}: ${JSON.stringify(statuses)}`);
    };
    const figures: Figure[] = [];
    for (const [what, path] of [
      ["the landing page", "/"],
      ["a station", await freeStation(server.url)],
    ] as const) {
      await ask(path, warmUp);
      const profile = await inspected.profile(() => ask(path, count));
      for (const [owner, percent] of sharesOf(profile, ownersOfPages)) {
        const figure = `${percent.toFixed(1)} %`;
        figures.push({ bench, what: `${what}: ${owner}`, figure, reach: "–", reached: true });
      }
    }
    return figures;
  } finally {
    await stop();
  }
}
