import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { endLogin } from "@/lib/people/accounts";
import { sample } from "@/lib/words";

export const DELETE = endpoint({
  tag: "Auth",
  summary: "Sign out a browser or app of mine",
  description: "Its tokens and its cookie stop at once.",
  permission: "account.self",
  params: z.object({ id: z.uuid() }),
  status: 204,
  returns: z.void(),
  examples: [{ name: "A phone that is lost", params: { id: sample.loginId } }],
  run: (ctx, { params }) => endLogin(ctx, params),
});

export const { GET, POST, PUT, PATCH, OPTIONS } = otherMethods({ DELETE });
