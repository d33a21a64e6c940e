import { z } from "zod";

import { reactivateUser } from "@/lib/people/accounts";
import { UserView, StatusChange } from "@/lib/people/accounts/schema";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";

export const PUT = endpoint({
  tag: "Users",
  summary: "Reactivate a user, or lift a block",
  permission: "user.manage",
  params: z.object({ id: z.uuid() }),
  body: StatusChange,
  returns: UserView,
  examples: [{ name: "Back again", params: { id: sample.deactivatedOperatorId }, body: {} }],
  run: (ctx, { params, body }) => reactivateUser(ctx, { ...params, ...body }),
});

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods({ PUT });
