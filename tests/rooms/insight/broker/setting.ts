import { outboxDeliveries } from "@/db/schema/outbox";
import { jobActor } from "@/lib/core/job-actor";
import type { Config } from "@/lib/core/config";
import type { Clock } from "@/lib/core/clock";
import type { Context, Db } from "@/lib/core/context";
import { makeContext } from "@/lib/process/wiring";
import { publishEvent } from "@/lib/records/outbox/inside";

import { testConfig } from "../../../support/world";

export const brokerConfig = { ...testConfig, brokerUrl: "nats://127.0.0.1:4222" };

/** The context of the job that sends to the broker. */
export const relayContext = (db: Db, clock: Clock, config: Config = brokerConfig): Context =>
  makeContext({ db, clock, config, actor: jobActor("broker") });

/** Publishes that each of the stations went off, in this order. */
export const publish = (ctx: Context, ...stationIds: readonly string[]) =>
  publishEvent(
    ctx,
    ...stationIds.map((stationId) => ({
      type: "station.status_changed" as const,
      payload: { stationId, from: "Active", to: "Inactive" },
    })),
  );

/** The broker's deliveries as they stand, in the order of writing. */
export async function deliveries(db: Db) {
  const rows = await db.select().from(outboxDeliveries);
  return rows
    .filter(({ subscriber }) => subscriber === "broker")
    .toSorted((one, other) => one.position - other.position);
}
