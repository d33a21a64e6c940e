import { createOperator, listOperators } from "@/lib/people/accounts";
import { CreateOperator, ListOperators, OperatorView } from "@/lib/people/accounts/schema";
import { coreOperator } from "@/lib/http/core/people";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";

export const GET = endpoint({
  tag: "Operators",
  summary: "List operators",
  description: "Those of the own business; all for a SystemAdmin.",
  permission: "operator.read",
  query: ListOperators,
  returns: OperatorView,
  paged: true,
  run: (ctx, { query }) => listOperators(ctx, query),
});

export const POST = endpoint({
  tag: "Operators",
  summary: "Make an operator and assign stations",
  description:
    "With a password, the operator must change it at the first login on the web; without, an invitation is " +
    "sent. A SystemAdmin may name the business; otherwise it is that of the stations.",
  permission: "operator.manage",
  core: { names: "Operator", view: coreOperator },
  body: CreateOperator,
  aliases: { backofficeId: "businessId" },
  returns: OperatorView,
  status: 201,
  location: ({ id }) => `/api/v1/operators/${id}`,
  examples: [
    {
      name: "By invitation",
      body: {
        email: "kim@hudson.example.com",
        name: "Kim Reyes",
        phone: "+12125550142",
        stationIds: [sample.stationId],
      },
    },
    {
      name: "With a password for the first login",
      body: {
        email: "lee@hudson.example.com",
        name: "Lee Park",
        phone: "+12125550143",
        password: "first day 42 hudson",
        stationIds: [],
      },
    },
  ],
  run: (ctx, { body }) => createOperator(ctx, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
