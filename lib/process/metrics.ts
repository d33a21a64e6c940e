import { sql } from "drizzle-orm";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

import type { Db } from "@/lib/core/context";

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
    name: "baybook_outbox_events",
    help: "Events that wait to be delivered, and those that are parked.",
    labelNames: ["state"],
    registers: [registry],
  });
  return (shared.baybookMetrics = { registry, requests, depth });
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
  const [row] = await db.execute<{ waiting: string; parked: string }>(sql`
    select count(*) filter (where delivered_at is null and parked_at is null) as waiting,
      count(*) filter (where parked_at is not null) as parked
    from outbox_events where delivered_at is null`);
  depth.set({ state: "waiting" }, Number(row?.waiting ?? 0));
  depth.set({ state: "parked" }, Number(row?.parked ?? 0));
  return { text: await registry.metrics(), contentType: registry.contentType };
}
