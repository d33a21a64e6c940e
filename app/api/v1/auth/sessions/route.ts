import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { readLogins } from "@/lib/people/accounts";
import { LoginView } from "@/lib/people/accounts/schema";

export const GET = endpoint({
  tag: "Auth",
  summary: "List where I am signed in",
  description: "The browsers and apps that are signed in now, the one that asks first.",
  permission: "account.self",
  returns: z.array(LoginView),
  run: (ctx) => readLogins(ctx),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
