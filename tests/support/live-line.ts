import { afterEach, expect } from "vitest";

import type { UserActor } from "@/lib/core/actor";
import { instantOf } from "@/lib/core/ids";
import { live } from "@/lib/http/live";

import { tokenFor } from "./sign-in";

/** What a live line told. */
export interface Heard {
  readonly type: string;
  readonly bookingId?: string;
  readonly stationId?: string;
  /** Milliseconds from the making of the event to its being told; nothing for `missed`. */
  readonly lagMs?: number;
}

const closers: (() => void)[] = [];
afterEach(() => closers.splice(0).forEach((close) => close()));

/** What somebody hears from now on, until the test ends. */
export async function listen(
  as: UserActor,
  known: { query?: string; headers?: Record<string, string> } = {},
): Promise<Heard[]> {
  const token = await tokenFor(as);
  const away = new AbortController();
  closers.push(() => away.abort());
  const request = new Request(`http://baybook.test/api/live${known.query ?? ""}`, {
    headers: { authorization: `Bearer ${token}`, ...known.headers },
    signal: away.signal,
  });
  const { status, body, headers } = await live(request);
  expect(status).toBe(200);
  expect(headers.get("content-type")).toContain("text/event-stream");
  const heard: Heard[] = [];
  void (async () => {
    const decoder = new TextDecoder();
    for await (const piece of body as unknown as AsyncIterable<Uint8Array>) {
      for (const [, id, json] of decoder.decode(piece).matchAll(/^(?:id: (.*)\n)?data: (.*)$/gm)) {
        const lagMs = id ? Date.now() - instantOf(id).getTime() : undefined;
        heard.push({ ...(JSON.parse(json ?? "") as Heard), lagMs });
      }
    }
  })();
  return heard;
}
