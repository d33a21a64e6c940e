import { z } from "zod";

import { settleException } from "@/lib/charging/queue";
import { OfflineException, SettleException } from "@/lib/charging/queue/schema";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";

export const PUT = endpoint({
  tag: "Operator",
  summary: "Settle an act without network that was refused",
  description:
    "Says that it has been dealt with, and how. It changes nothing else: what is to be done is done by the usual ways.",
  permission: "exception.settle",
  params: z.object({ id: z.uuid() }),
  body: SettleException,
  returns: OfflineException,
  examples: [{ name: "With a note", body: { note: "The driver came back and paid at the desk." } }],
  run: (ctx, { params, body }) => settleException(ctx, { ...params, ...body }),
});

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods({ PUT });
