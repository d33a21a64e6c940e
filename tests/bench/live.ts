import { setTimeout as sleep } from "node:timers/promises";

import { createDatabase } from "@/db/client";
import { systemClock } from "@/lib/core/clock";
import { instantOf, newId } from "@/lib/core/ids";
import { jobActor } from "@/lib/core/job-actor";
import { setProcessContext } from "@/lib/process/context";
import { subscribe, unsubscribe, type Listener } from "@/lib/process/live-hub";
import { makeContext } from "@/lib/process/wiring";
import { publishEvent } from "@/lib/records/outbox/inside";

import { createTestDatabase, dropTestDatabase } from "../support/cluster";
import { testConfig } from "../support/world";
import { type Figure, percentile } from "./figures";

const perSecond = 500;
const seconds = 6;

/** How long after its making an event is heard on a live line, at a rate that no installation will see for long. */
export async function liveViews(): Promise<Figure[]> {
  const url = await createTestDatabase();
  const { db, close } = createDatabase(url);
  const lags: number[] = [];
  const listener: Listener = (event) => {
    if (typeof event === "object") lags.push(Date.now() - instantOf(event.id).getTime());
  };
  try {
    setProcessContext({ db, clock: systemClock, config: testConfig });
    const actor = jobActor("outbox");
    const ctx = makeContext({ db, actor, clock: systemClock, config: testConfig });
    await subscribe(listener);
    // As transactions of one or two events are, not as one large one.
    for (let turn = 0; turn < seconds * 50; turn += 1) {
      const some = Array.from({ length: perSecond / 50 }, () =>
        publishEvent(ctx, { type: "station.changed", payload: { stationId: newId() } }),
      );
      await Promise.all([...some, sleep(20)]);
    }
    await sleep(1_500);
    const sorted = lags.toSorted((one, other) => one - other);
    const [half, most] = [percentile(sorted, 0.5), percentile(sorted, 0.99)];
    const told = `${lags.length} of ${perSecond * seconds} heard`;
    return [
      {
        bench: "live views",
        what: `${perSecond} events a second for ${seconds} s`,
        figure: `${told}, p50 ${half} ms, p99 ${most} ms later`,
        reach: "all, p99 ≤ 1000 ms",
        reached: lags.length === perSecond * seconds && most <= 1_000,
      },
    ];
  } finally {
    unsubscribe(listener);
    await close();
    await dropTestDatabase(url);
  }
}
