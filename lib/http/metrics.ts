import { timingSafeEqual } from "node:crypto";

import { anonymous } from "@/lib/core/actor";
import { fail } from "@/lib/core/errors";
import { requestContext } from "@/lib/process/context";
import { readMetrics } from "@/lib/process/metrics";

import { errorResponse, strangerOf } from "./refusal";

/** Prometheus' text, for whoever has METRICS_TOKEN; without that variable there is nothing here. */
export async function serveMetrics(request: Request): Promise<Response> {
  try {
    const token = process.env.METRICS_TOKEN;
    if (!token) throw fail("request.not_found");
    if (!isSame(request.headers.get("authorization") ?? "", `Bearer ${token}`)) {
      throw fail("auth.required");
    }
    const { db } = await requestContext(anonymous);
    const { text, contentType } = await readMetrics(db);
    return new Response(text, {
      headers: { "Content-Type": contentType, "Cache-Control": "no-store" },
    });
  } catch (error) {
    return errorResponse(error, strangerOf(request));
  }
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
