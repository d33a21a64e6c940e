import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";
import { readCdr } from "@/lib/charging/sessions";

export const GET = endpoint({
  tag: "Sessions",
  summary: "The charge detail record of a finalized session",
  description: "In the words of OCPI 2.2.1 (CDR object).",
  permission: "session.read",
  params: z.object({ id: z.uuid() }),
  returns: z.record(z.string(), z.unknown()),
  examples: [{ name: "A finished session", params: { id: sample.finishedSessionId } }],
  run: (ctx, { params }) => readCdr(ctx, params),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
