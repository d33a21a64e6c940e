import { z } from "zod";

import { deactivateUser } from "@/lib/people/accounts";
import { UserView, StatusChange } from "@/lib/people/accounts/schema";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";

export const PUT = endpoint({
  tag: "Users",
  summary: "Deactivate a user of any role",
  permission: "user.manage",
  params: z.object({ id: z.uuid() }),
  body: StatusChange,
  returns: UserView,
  examples: [{ name: "With a reason", body: { reason: "Left the company." } }],
  run: (ctx, { params, body }) => deactivateUser(ctx, { ...params, ...body }),
});

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods({ PUT });
