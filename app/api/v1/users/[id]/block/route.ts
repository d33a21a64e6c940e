import { z } from "zod";

import { blockUser } from "@/lib/people/accounts";
import { UserView, StatusChange } from "@/lib/people/accounts/schema";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";

export const PUT = endpoint({
  tag: "Users",
  summary: "Block a user, who cannot log in then",
  permission: "user.manage",
  params: z.object({ id: z.uuid() }),
  body: StatusChange,
  returns: UserView,
  examples: [{ name: "With a reason", body: { reason: "Shared the login." } }],
  run: (ctx, { params, body }) => blockUser(ctx, { ...params, ...body }),
});

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods({ PUT });
