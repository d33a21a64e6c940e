import { z } from "zod";

import { deactivateOperator } from "@/lib/people/accounts";
import { OperatorView, StatusChange } from "@/lib/people/accounts/schema";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";

export const PUT = endpoint({
  tag: "Operators",
  summary: "Deactivate an operator",
  description: "Every token of the operator stops at once.",
  permission: "operator.manage",
  params: z.object({ id: z.uuid() }),
  body: StatusChange,
  returns: OperatorView,
  examples: [{ name: "With a reason", body: { reason: "Left the team." } }],
  run: (ctx, { params, body }) => deactivateOperator(ctx, { ...params, ...body }),
});

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods({ PUT });
