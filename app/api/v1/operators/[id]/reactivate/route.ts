import { z } from "zod";

import { reactivateOperator } from "@/lib/people/accounts";
import { OperatorView, StatusChange } from "@/lib/people/accounts/schema";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";

export const PUT = endpoint({
  tag: "Operators",
  summary: "Reactivate an operator",
  permission: "operator.manage",
  params: z.object({ id: z.uuid() }),
  body: StatusChange,
  returns: OperatorView,
  examples: [{ name: "Back again", params: { id: sample.deactivatedOperatorId }, body: {} }],
  run: (ctx, { params, body }) => reactivateOperator(ctx, { ...params, ...body }),
});

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods({ PUT });
