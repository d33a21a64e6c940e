import type { Act } from "./act";

/** What is sent for an act: always the same, however often, as its idempotency key promises. */
export interface ActRequest {
  readonly method: "POST" | "PUT";
  readonly path: string;
  readonly body: FormData | string;
}

/** The request that does an act; a photo's picture comes beside it. Throws a plain Error where something lacks. */
export function requestOf(act: Act, picture?: Blob): ActRequest {
  if (act.kind === "CheckIn") {
    const { qr, code, connectorId, override, at: scannedAt } = act;
    return json("POST", "/sessions/checkin", { qr, code, connectorId, override, scannedAt });
  }
  if (act.kind === "Finalize") {
    const { bookingId, kWh, notes, payment, scannedAt, at } = act;
    return json("POST", "/sessions/finalize", { bookingId, kWh, notes, payment, scannedAt, at });
  }
  if (act.kind === "Cancel") return json("PUT", `/bookings/${act.bookingId}/cancel`, {});
  if (act.sessionId === undefined) throw new Error(`${act.kind} ${act.key} has no session.`);
  const session = `/sessions/${act.sessionId}`;
  if (act.kind === "Note") return json("PUT", session, { addNote: act.text, at: act.at });
  if (act.kind === "Photo") {
    if (!picture) throw new Error(`Photo ${act.key} has no picture.`);
    const body = new FormData();
    body.set("file", picture, "photo.jpg");
    return { method: "POST", path: `/api/v1${session}/photos`, body };
  }
  return json("PUT", session, { paused: act.kind === "Pause", at: act.at });
}

/** Of the body what is undefined is left out. */
const json = (method: ActRequest["method"], path: string, body: object): ActRequest => ({
  method,
  path: `/api/v1${path}`,
  body: JSON.stringify(body),
});
