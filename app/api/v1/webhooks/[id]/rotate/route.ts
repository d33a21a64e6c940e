import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { rotateSecret } from "@/lib/insight/webhooks";
import { WebhookWithSecret } from "@/lib/insight/webhooks/schema";

export const POST = endpoint({
  tag: "Webhooks",
  summary: "Make a new secret",
  description:
    "It is told here, once. For a day the one before signs as well: the signature has a second `v1` so long.",
  permission: "webhook.manage",
  params: z.object({ id: z.uuid() }),
  returns: WebhookWithSecret,
  run: (ctx, { params }) => rotateSecret(ctx, params),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
