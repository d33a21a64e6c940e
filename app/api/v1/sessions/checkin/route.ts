import { coreCheckedIn } from "@/lib/http/core/sessions";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";
import { keepRefusal } from "@/lib/charging/queue";
import { checkIn } from "@/lib/charging/sessions";
import { CheckedIn, CheckIn } from "@/lib/charging/sessions/schema";

export const POST = endpoint({
  tag: "Sessions",
  summary: "Check a booked car in",
  description:
    "By the content of the QR code, or by the code under it. Without a connector, the free one with the lowest number. A code that was used lets in again only with an override and its reason. With `scannedAt`, at most 4 hours back and 60 seconds ahead, a phone tells what it did without network: the window is judged at that instant, and the session starts then.",
  permission: "session.checkin",
  core: { names: ["Sessions/checkin", "Booking/checkin"], view: coreCheckedIn },
  body: CheckIn,
  returns: CheckedIn,
  status: 201,
  location: ({ id }) => `/api/v1/sessions/${id}`,
  examples: [
    { name: "By the code", body: { code: sample.arrivingCode } },
    {
      name: "By a phone that was without network",
      body: { code: sample.arrivingCode, scannedAt: "2026-06-01T11:55:00.000Z" },
    },
  ],
  run: (ctx, { body }) => checkIn(ctx, body),
  refused: (ctx, { body, key }, refusal) => {
    const { qr, code, scannedAt: at, ...told } = body;
    return keepRefusal(ctx, { act: "CheckIn", at, key, of: { qr, code }, told }, refusal);
  },
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
