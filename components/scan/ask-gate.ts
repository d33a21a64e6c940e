import type { CheckedIn, StartWalkUp } from "@/lib/charging/sessions/schema";
import type { Matches } from "@/lib/insight/search/schema";

import type { Refusal } from "../offline/act";
import { askServer } from "../offline/ask-server";
import { readAnswer } from "../offline/read-answer";

/** How a booking is named at the gate. */
export type Named = { readonly qr: string } | { readonly code: string };

/** What goes with it. */
export interface GateWishes {
  readonly connectorId?: string;
  readonly override?: { readonly reason: string };
}

/** The session that began, or why none did; `errors` are the fields' faults, in the reader's words. */
export type GateAnswer =
  | { readonly kind: "In"; readonly session: CheckedIn }
  | {
      readonly kind: "No";
      readonly refusal: Refusal;
      readonly errors: readonly { readonly field: string; readonly message: string }[];
    };

/**
 * Checks in by a code that this phone does not know, which the server alone can judge. However often it is asked with the
 * same key, it is done once; no answer is `scan.unanswered`, to be asked for again.
 */
export const askGate = (viewer: string, key: string, sent: Named & GateWishes) =>
  begin(viewer, key, "/api/v1/sessions/checkin", sent);

/** Lets a car in that has no booking, in the same way; `minutes` and the rest as `POST sessions/walk-in` takes them. */
export const askWalkUp = (viewer: string, key: string, sent: StartWalkUp) =>
  begin(viewer, key, "/api/v1/sessions/walk-in", sent);

/**
 * Whether a number is that of a booking which the search of today's bookings shows, and so the operator may see; null
 * where nobody answered.
 */
export async function askNumber(viewer: string, number: string): Promise<boolean | null> {
  const query = new URLSearchParams({ q: number });
  const { heard } = await askServer(viewer, `/api/v1/search?${query}`);
  if (heard === "nothing") return null;
  const { success, data } = (heard.body ?? {}) as { success?: boolean; data: Matches };
  if (!success) return null;
  return data.matches.some(({ type, title }) => type === "Booking" && title === number);
}

async function begin(viewer: string, key: string, path: string, sent: object): Promise<GateAnswer> {
  const body = JSON.stringify(sent);
  const { heard } = await askServer(viewer, path, { method: "POST", key, body });
  const meaning = readAnswer(heard, "CheckIn");
  if (meaning.kind === "Refused") {
    const { errors = [] } = heard === "nothing" ? {} : (heard.body as Partial<Faults>);
    return { kind: "No", refusal: meaning.refusal, errors };
  }
  if (meaning.kind !== "Done" || heard === "nothing") {
    return { kind: "No", refusal: { code: "scan.unanswered" }, errors: [] };
  }
  return { kind: "In", session: (heard.body as { readonly data: CheckedIn }).data };
}

interface Faults {
  readonly errors: Extract<GateAnswer, { kind: "No" }>["errors"];
}
