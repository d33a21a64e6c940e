import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { finalizeSession } from "@/lib/sessions";
import { FinalizeSession, SessionView } from "@/lib/sessions/schema";

export const POST = endpoint({
  tag: "Sessions",
  summary: "End a session: charges, booking Completed, receipt",
  description:
    "Without kWh, time stands in for energy. The computed total counts; payment.amount is what was received. Again, it answers the first result.",
  permission: "session.finalize",
  core: "Sessions/finalize",
  body: FinalizeSession,
  returns: SessionView,
  run: (ctx, { body }) => finalizeSession(ctx, body),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
