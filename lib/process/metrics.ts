import { sql } from "drizzle-orm";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

import type { Db } from "@/lib/core/context";

import { subscribers } from "./room-parts";

interface Metrics {
  readonly registry: Registry;
  readonly requests: Histogram;
  readonly depth: Gauge;
}

const shared = globalThis as typeof globalThis & { baybookMetrics?: Metrics };

/** This process's figures, made once. */
function metrics(): Metrics {
  if (shared.baybookMetrics) return shared.baybookMetrics;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "baybook_http_request_seconds",
    help: "Seconds to answer an API request.",
    labelNames: ["method", "status", "tag"],
    registers: [registry],
  });
  const depth = new Gauge({
    name: "baybook_outbox_deliveries",
    help: "Events that wait for a subscriber, and those that are parked for one.",
    labelNames: ["subscriber", "state"],
    registers: [registry],
  });
  return (shared.baybookMetrics = { registry, requests, depth });
}

/** The figures of a gateway: how many apps are connected, by whether they said who they are, and what they are told. */
export function makeGatewayFigures(
  count: () => { readonly known: number; readonly strangers: number },
) {
  const registers = [metrics().registry];
  const sockets = new Gauge({
    name: "baybook_gateway_sockets",
    help: "Apps that are connected to the live channel, and those of them that have not said who they are.",
    labelNames: ["state"],
    registers: [],
    collect() {
      const { known, strangers } = count();
      this.set({ state: "known" }, known);
      this.set({ state: "stranger" }, strangers);
    },
  });
  metrics().registry.registerMetric(sockets);
  const messages = new Counter({
    name: "baybook_gateway_messages_total",
    help: "What apps on the live channel were told, and what they asked.",
    labelNames: ["direction", "event"],
    registers,
  });
  return { note: (direction: "in" | "out", event: string) => messages.inc({ direction, event }) };
}

/** Counts an answered request. */
export function observeRequest(
  labels: { method: string; status: number; tag: string },
  seconds: number,
) {
  metrics().requests.observe(labels, seconds);
}

/** This process's figures and the outbox's depth, which the database knows, as Prometheus' text and its type. */
export async function readMetrics(db: Db): Promise<{ text: string; contentType: string }> {
  const { registry, depth } = metrics();
  const rows = await db.execute<{ subscriber: string; waiting: string; parked: string }>(sql`
    select subscriber, count(*) filter (where parked_at is null) as waiting,
      count(*) filter (where parked_at is not null) as parked
    from outbox_deliveries where delivered_at is null group by subscriber`);
  depth.reset();
  const none = subscribers.map(({ name }) => ({ subscriber: name, waiting: "0", parked: "0" }));
  for (const { subscriber, waiting, parked } of [...none, ...rows]) {
    depth.set({ subscriber, state: "waiting" }, Number(waiting));
    depth.set({ subscriber, state: "parked" }, Number(parked));
  }
  return { text: await registry.metrics(), contentType: registry.contentType };
}
