import { outboxDeliveries } from "@/db/schema/outbox";
import { jobActor } from "@/lib/core/job-actor";
import type { Context, Db } from "@/lib/core/context";
import type { OutboxEvent, Subscriber } from "@/lib/records/outbox/inside";
import { publishEvent } from "@/lib/records/outbox/inside";
import { makeContext } from "@/lib/process/wiring";
import type { Clock } from "@/lib/core/clock";

import { testConfig } from "../../../support/world";

/** A subscriber that hears of stations, and does this. */
export const subscriber = (
  name: string,
  run: (ctx: Context, event: OutboxEvent) => Promise<void> = async () => {},
): Subscriber => ({ name, on: ["station.changed", "station.created"], run });

/** The context of the job that delivers, where these are all the subscribers. */
export function contextOf(db: Db, clock: Clock, subscribers: readonly Subscriber[]): Context {
  const ctx = makeContext({ db, actor: jobActor("outbox"), clock, config: testConfig });
  return { ...ctx, ports: { ...ctx.ports, subscribers: () => subscribers } };
}

/** Publishes that the stations changed, one event each. */
export const publish = (ctx: Context, ...stationIds: readonly string[]) =>
  publishEvent(
    ctx,
    ...stationIds.map((stationId) => ({
      type: "station.changed" as const,
      payload: { stationId },
    })),
  );

/** Every delivery as it stands, by subscriber and in the order of writing. */
export async function deliveries(db: Db) {
  const rows = await db.select().from(outboxDeliveries);
  return rows.toSorted((one, other) => one.position - other.position);
}
