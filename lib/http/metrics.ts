import { timingSafeEqual } from "node:crypto";

import { sql } from "drizzle-orm";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

import { anonymous } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import { fail } from "@/lib/core/errors";

import { requestContext } from "@/lib/process/context";
import { errorResponse } from "./refusal";

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

/** Prometheus' text, for whoever has METRICS_TOKEN; without that variable there is nothing here. */
export async function serveMetrics(request: Request): Promise<Response> {
  try {
    const token = process.env.METRICS_TOKEN;
    if (!token) throw fail("request.not_found");
    if (!isSame(request.headers.get("authorization") ?? "", `Bearer ${token}`)) {
      throw fail("auth.required");
    }
    const { registry, depth } = metrics();
    const { db } = await requestContext(anonymous);
    const [row] = await db.execute<{ waiting: string; parked: string }>(sql`
      select count(*) filter (where delivered_at is null and parked_at is null) as waiting,
        count(*) filter (where parked_at is not null) as parked
      from outbox_events where delivered_at is null`);
    depth.set({ state: "waiting" }, Number(row?.waiting ?? 0));
    depth.set({ state: "parked" }, Number(row?.parked ?? 0));
    return new Response(await registry.metrics(), {
      headers: { "Content-Type": registry.contentType, "Cache-Control": "no-store" },
    });
  } catch (error) {
    return errorResponse(error, newId());
  }
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
