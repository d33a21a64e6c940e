import type { Verdict } from "./replay";

/** What came back for an act: the answer, or nothing. */
export type Heard =
  | {
      readonly status: number;
      /** The body as JSON; undefined where it is none. */
      readonly body: unknown;
      readonly retryAfter?: string | null;
    }
  | "nothing";

/** What an answer means: a verdict on the act, that nothing gets through, or that nobody may act from here any more. */
export type Meaning =
  | Verdict
  | { readonly kind: "Unreachable" }
  | { readonly kind: "SignedOut" }
  | { readonly kind: "OtherAccount" };

/** The envelope of every answer of ours (api.md, Conventions). */
interface Envelope {
  readonly success: boolean;
  readonly data?: { readonly id?: unknown; readonly receiptNumber?: unknown } | null;
  readonly code?: string;
  readonly message?: string;
  /** What is wrong with single fields. */
  readonly errors?: readonly { readonly message: string }[];
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Refusals that say nothing about the act: the first try still runs, or something else is to be done before. */
const passing = new Set(["idempotency.in_progress", "password.change_required"]);
/** Whether the same may be answered otherwise another time: the server is in trouble, or was asked at a bad moment. */
const isPassing = (number: number, code = "") =>
  number >= 500 || /^4(08|25|29)$/.test(String(number)) || passing.has(code);

/**
 * Reads what came back. Only an answer in our own envelope settles anything: the page that a café's network answers
 * with in our place is as good as no answer.
 */
export function readAnswer(heard: Heard, kind: string): Meaning {
  if (heard === "nothing" || !isEnvelope(heard.body)) {
    return heard !== "nothing" && heard.status >= 500
      ? later(heard.retryAfter)
      : { kind: "Unreachable" };
  }
  const { status, body, retryAfter } = heard;
  if (body.success && status >= 200 && status < 300) {
    return { kind: "Done", result: resultOf(body, kind) };
  }
  if (status === 401) return { kind: "SignedOut" };
  if (body.code === "request.other_account") return { kind: "OtherAccount" };
  if (isPassing(status, body.code)) return later(retryAfter);
  if (isCanceledAlready(body, kind)) return { kind: "Done", result: {} };
  const { code = "request.internal", details, errors = [] } = body;
  // "Some fields are not as they should be" helps nobody who no longer sees the fields.
  const message =
    code === "request.invalid" && errors.length > 0
      ? errors.map((one) => one.message).join(" ")
      : body.message;
  return { kind: "Refused", refusal: { code, message, details } };
}

/** Whether its owner wanted to cancel what they have cancelled already, by another tap or in another tab. */
const isCanceledAlready = ({ code, details }: Envelope, kind: string): boolean =>
  kind === "Cancel" && code === "booking.status" && details?.status === "CanceledByOwner";

function isEnvelope(body: unknown): body is Envelope {
  return typeof (body as Partial<Envelope> | null | undefined)?.success === "boolean";
}

/** `Retry-After` in seconds, as we send it. */
function later(retryAfter: string | null | undefined): Verdict {
  const seconds = Number(retryAfter ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0
    ? { kind: "Later", afterMs: seconds * 1_000 }
    : { kind: "Later" };
}

/** A photo's answer has an id that is no session's. */
function resultOf({ data }: Envelope, kind: string) {
  const sessionId = kind !== "Photo" && typeof data?.id === "string" ? data.id : undefined;
  const { receiptNumber } = data ?? {};
  return {
    ...(sessionId !== undefined && { sessionId }),
    ...(typeof receiptNumber === "string" && { receiptNumber }),
  };
}
