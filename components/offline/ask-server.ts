import { type ClockReading, readClock } from "./clock";
import type { Heard } from "./read-answer";

/** An answer of ours and what it tells of the server's clock, or nothing. */
export interface Asked {
  readonly heard: Heard;
  readonly clock: ClockReading | null;
}

/** Longer than this nobody waits for an answer, in milliseconds; a picture takes its time over one bar of signal. */
const patience = { usual: 20_000, upload: 120_000 } as const;

/**
 * Asks the API as the person whose page this is, by the browser's cookie: where somebody else has signed in since, the
 * server does nothing in their name (docs/decisions/forms-are-read-by-schema.md). Never throws: no network, no answer in
 * time and no words that can be read are all `nothing`.
 */
export async function askServer(
  viewer: string,
  path: string,
  sent: {
    readonly method?: string;
    readonly key?: string;
    readonly body?: FormData | string;
    /** Goes on although the page is left meanwhile. */
    readonly keepalive?: boolean;
  } = {},
): Promise<Asked> {
  const { method = "GET", key, body, keepalive } = sent;
  const sentAt = Date.now();
  try {
    const answer = await fetch(path, {
      method,
      body,
      keepalive,
      // Ours never redirects; whoever does is not us.
      redirect: "error",
      cache: "no-store",
      credentials: "same-origin",
      headers: {
        Accept: "application/json",
        "Baybook-Viewer": viewer,
        ...(key !== undefined && { "Idempotency-Key": key }),
        ...(typeof body === "string" && { "Content-Type": "application/json" }),
      },
      signal: AbortSignal.timeout(body instanceof FormData ? patience.upload : patience.usual),
    });
    const heardAt = Date.now();
    const said: unknown = await answer.json().catch(() => undefined);
    const { status, headers } = answer;
    const serverTime = serverTimeOf(said);
    return {
      heard: { status, body: said, retryAfter: headers.get("retry-after") },
      clock: readClock({ sentAt, heardAt, serverTime, date: headers.get("date") }),
    };
  } catch {
    return { heard: "nothing", clock: null };
  }
}

function serverTimeOf(body: unknown): string | undefined {
  const said = (body as { data?: { serverTime?: unknown } } | undefined)?.data?.serverTime;
  return typeof said === "string" ? said : undefined;
}
