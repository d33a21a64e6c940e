import { restoreUser } from "@/lib/people/accounts";
import { Accepted, Login } from "@/lib/people/accounts/schema";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";

export const POST = endpoint({
  tag: "Auth",
  summary: "Have a deleted account back",
  description:
    "As it was, while it is not erased; what was canceled stays canceled. Log in afterwards as ever.",
  permission: "account.login",
  idempotent: "no",
  limit: "login",
  body: Login,
  returns: Accepted,
  examples: [
    {
      name: "A driver who changed their mind",
      body: { username: "kept@drivers.example.com", password: sample.password },
    },
  ],
  run: (ctx, { body }) => restoreUser(ctx, body),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
