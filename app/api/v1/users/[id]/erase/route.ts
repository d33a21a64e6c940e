import { z } from "zod";

import { eraseUser } from "@/lib/people/accounts";
import { StatusChange } from "@/lib/people/accounts/schema";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";

export const POST = endpoint({
  tag: "Users",
  summary: "Forget a person for good",
  description:
    "Everything that tells who they are is removed or replaced, at once and in every room; what happened stays, under " +
    "an id alone, and the account opens nothing any more. It cannot be taken back. It cancels no booking and ends no " +
    "session: do that first. May be repeated, as for what was written meanwhile. Nobody erases themselves.",
  permission: "user.erase",
  params: z.object({ id: z.uuid() }),
  body: StatusChange,
  status: 204,
  examples: [{ name: "With a reason", body: { reason: "They asked for it by letter." } }],
  run: async (ctx, { params, body }) => {
    await eraseUser(ctx, { ...params, ...body });
  },
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
