import { build, isBuilt } from "@/scripts/parts/build";

import { makeManyBookings } from "../support/many-bookings";
import { startServer } from "../support/server";
import { cookieFor } from "../support/sign-in";
import { type Figure, percentile, timed } from "./figures";

/** Milliseconds after which a wait is seen (quality.md: longer ones show progress). */
const visible = 300;

/** Of each way; of so few the p99 is the slowest, which one pause of the machine decides, so that p95 is judged. */
const times = 40;

/** A table of 10,000 bookings in the office: the whole page, as the server answers it, asked in eight ways. */
export async function longTable(): Promise<Figure[]> {
  if (!isBuilt()) await build();
  const server = await startServer({ worker: false });
  try {
    const { office, queries } = await makeManyBookings(server.db);
    process.env.NEXTAUTH_SECRET = server.env.NEXTAUTH_SECRET;
    process.env.BASE_URL = server.url;
    const headers = { cookie: await cookieFor(server.db, office) };
    const figures: Figure[] = [];
    for (const { name, query, page } of queries) {
      const address = `${server.url}/backoffice/bookings?${new URLSearchParams({ view: "all", ...query, page: String(page) })}`;
      const ask = async () => {
        const answer = await fetch(address, { headers, redirect: "manual" });
        const text = await answer.text();
        if (answer.status !== 200 || !text.includes("-MANY")) {
          throw new Error(`${address} answered ${answer.status}, or no bookings.`);
        }
      };
      await timed(5, ask);
      const took = await timed(times, ask);
      const [half, most, last] = [
        percentile(took, 0.5),
        percentile(took, 0.95),
        percentile(took, 0.99),
      ];
      figures.push({
        bench: "a table of 10,000 bookings",
        what: name,
        figure: `p50 ${half.toFixed(0)} ms, p95 ${most.toFixed(0)} ms, p99 ${last.toFixed(0)} ms`,
        reach: `p95 ≤ ${visible} ms`,
        reached: most <= visible,
      });
    }
    return figures;
  } finally {
    await server.stop();
  }
}
