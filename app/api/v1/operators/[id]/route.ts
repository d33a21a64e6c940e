import { z } from "zod";

import { readOperator, updateOperator } from "@/lib/people/accounts";
import { OperatorView, UpdateOperator } from "@/lib/people/accounts/schema";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";

const params = z.object({ id: z.uuid() });

export const GET = endpoint({
  tag: "Operators",
  summary: "Read an operator",
  permission: "operator.read",
  params,
  returns: OperatorView,
  run: (ctx, { params }) => readOperator(ctx, params),
});

export const PUT = endpoint({
  tag: "Operators",
  summary: "Change an operator's facts or stations",
  description: "What is not named stays.",
  permission: "operator.manage",
  params,
  body: UpdateOperator,
  returns: OperatorView,
  examples: [{ name: "Other stations", body: { stationIds: [sample.stationId] } }],
  run: (ctx, { params, body }) => updateOperator(ctx, { ...params, ...body }),
});

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
