import type { CheckedIn } from "@/lib/charging/sessions/schema";

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

export type GateAnswer =
  | { readonly kind: "In"; readonly session: CheckedIn }
  | { readonly kind: "No"; readonly refusal: Refusal };

/**
 * Checks in by a code that this phone does not know, which the server alone can judge. However often it is asked with the
 * same key, it is done once; no answer is `scan.unanswered`, to be asked for again.
 */
export async function askGate(
  viewer: string,
  key: string,
  sent: Named & GateWishes,
): Promise<GateAnswer> {
  const body = JSON.stringify(sent);
  const { heard } = await askServer(viewer, "/api/v1/sessions/checkin", {
    method: "POST",
    key,
    body,
  });
  const meaning = readAnswer(heard, "CheckIn");
  if (meaning.kind === "Refused") return { kind: "No", refusal: meaning.refusal };
  if (meaning.kind !== "Done" || heard === "nothing") {
    return { kind: "No", refusal: { code: "scan.unanswered" } };
  }
  return { kind: "In", session: (heard.body as { readonly data: CheckedIn }).data };
}
