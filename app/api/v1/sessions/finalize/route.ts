import { coreFinalizeBody, coreSession } from "@/lib/http/core/sessions";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";
import { finalizeSession } from "@/lib/charging/sessions";
import { FinalizeSession, SessionView } from "@/lib/charging/sessions/schema";

export const POST = endpoint({
  tag: "Sessions",
  summary: "End a session: charges, booking Completed, receipt",
  description:
    "Without kWh, time stands in for energy. The computed total counts; payment.amount is what was received. Again, it answers the first result.",
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
  ],
  run: (ctx, { body }) => finalizeSession(ctx, body),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
