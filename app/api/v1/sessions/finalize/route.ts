import { coreFinalizeBody, coreSession } from "@/lib/http/core/sessions";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";
import { keepOvertaken, keepRefusal, type ToldAct } from "@/lib/charging/queue";
import { finalizeSession } from "@/lib/charging/sessions";
import { FinalizeSession, SessionView } from "@/lib/charging/sessions/schema";

export const POST = endpoint({
  tag: "Sessions",
  summary: "End a session: charges, booking Completed, receipt",
  description:
    "Without kWh, time stands in for energy. The computed total counts; payment.amount is what was received. Again, it answers the first result. With `at`, a phone tells what it did without network, at most 4 hours back and 60 seconds ahead, and not before what was done to the session already. With `scannedAt` of a check-in that was refused, it ends no session that began otherwise.",
  permission: "session.finalize",
  core: { names: "Sessions/finalize", body: coreFinalizeBody, view: coreSession },
  body: FinalizeSession,
  returns: SessionView,
  examples: [
    {
      name: "Read from the meter",
      body: { bookingId: sample.chargingBookingId, kWh: 18.2, payment: { mode: "card" } },
    },
    {
      name: "Without a meter, paid in cash",
      body: {
        bookingId: sample.chargingBookingId,
        notes: "The display was dark.",
        payment: { mode: "cash", amount: "20.00" },
      },
    },
    {
      name: "By a phone that was without network",
      body: { bookingId: sample.chargingBookingId, kWh: 4.2, at: "2026-06-01T11:58:00.000Z" },
    },
  ],
  run: async (ctx, { body, request }) => {
    const session = await finalizeSession(ctx, body);
    const key = request.headers.get("idempotency-key") ?? undefined;
    await keepOvertaken(ctx, toldBy(body, key), session);
    return session;
  },
  refused: (ctx, { body, key }, refusal) => keepRefusal(ctx, toldBy(body, key), refusal),
});

function toldBy({ bookingId, at, ...told }: FinalizeSession, key: string | undefined): ToldAct {
  return { act: "Finalize", at, key, of: { bookingId }, told };
}

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
