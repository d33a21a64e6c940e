import { seedDemo } from "@/db/seed";

import { createTestDatabase, dropTestDatabase } from "../support/cluster";
import { demoEnv as env } from "../support/demo-env";
import type { Figure } from "./figures";

const mostSeconds = 60;

/** What a newcomer waits for at the first `npm run demo` besides the build: the demo's stations and its year. */
export async function seeding(): Promise<Figure[]> {
  const url = await createTestDatabase();
  try {
    const began = performance.now();
    await seedDemo({ databaseUrl: url, env, log: () => {} });
    const seconds = (performance.now() - began) / 1_000;
    return [
      {
        bench: "the demo",
        what: "its data is made, once",
        figure: `${seconds.toFixed(1)} s`,
        reach: `≤ ${mostSeconds} s`,
        reached: seconds <= mostSeconds,
      },
    ];
  } finally {
    await dropTestDatabase(url);
  }
}
