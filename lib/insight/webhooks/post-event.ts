import type { Config } from "@/lib/core/config";
import { NoAnswer, postOutside } from "@/lib/core/post-outside";

import { isCallable, mostKept, mostRead, timeoutMs } from "./rules";
import type { WebhookOutcome } from "./schema";

/** What came of one try. */
export interface Answer {
  readonly outcome: WebhookOutcome;
  readonly statusCode: number | null;
  readonly error: string | null;
  readonly responseBody: string | null;
}

/**
 * Posts a body and says what came of it; never throws. Follows no redirect, keeps the connection for nobody, reads
 * 64 KiB of the answer at most and gives up after 10 s in all.
 */
export async function postEvent(
  config: Config,
  { url, body, signature }: { url: string; body: string; signature: string },
): Promise<Answer> {
  if (!isCallable(url, config)) return failed("AddressRefused");
  try {
    const answer = await postOutside("A webhook", {
      url,
      body,
      timeoutMs,
      mostRead,
      isForeign: !config.webhooks.allowPrivate,
      headers: {
        "content-type": "application/cloudevents+json; charset=utf-8",
        "user-agent": "Baybook-Webhooks/1",
        "baybook-signature": signature,
      },
    });
    return answered(answer.status, textOf(answer.body));
  } catch (error) {
    if (error instanceof NoAnswer) return failed(error.failure, error.code);
    throw error;
  }
}

/** What is kept of an answer; the database keeps no NUL. */
const textOf = (body: Buffer) =>
  body.subarray(0, mostKept).toString("utf8").replaceAll("\0", "\ufffd");

function answered(statusCode: number, text: string): Answer {
  const outcome =
    statusCode >= 200 && statusCode < 300
      ? "Delivered"
      : statusCode >= 300 && statusCode < 400
        ? "Redirected"
        : "Refused";
  return { outcome, statusCode, error: null, responseBody: text };
}

const failed = (outcome: WebhookOutcome, error: string | null = null): Answer => ({
  outcome,
  statusCode: null,
  error,
  responseBody: null,
});
