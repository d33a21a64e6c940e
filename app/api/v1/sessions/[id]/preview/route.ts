import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";
import { previewSession } from "@/lib/charging/sessions";
import { PreviewSession, SessionPreview } from "@/lib/charging/sessions/schema";

export const POST = endpoint({
  tag: "Sessions",
  summary: "Show what finalizing would come to",
  description:
    "The totals, change or due as finalizing would have them, and warnings where the energy is out of the ordinary for the connector's power and the time. Ask once; finalizing takes it all the same. Changes nothing.",
  permission: "session.finalize",
  params: z.object({ id: z.uuid() }),
  body: PreviewSession,
  returns: SessionPreview,
  examples: [
    {
      name: "Before it is paid in cash",
      params: { id: sample.chargingSessionId },
      body: { kWh: 18.2, payment: { mode: "cash", amount: "20.00" } },
    },
  ],
  run: (ctx, { params, body }) => previewSession(ctx, { ...params, ...body }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
