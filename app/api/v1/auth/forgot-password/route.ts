import { forgotPassword } from "@/lib/people/accounts";
import { Accepted, ForgotPassword } from "@/lib/people/accounts/schema";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";

export const POST = endpoint({
  tag: "Auth",
  summary: "Ask for a link to set a new password",
  description:
    "Answers the same whether or not there is such an account; the link comes by email and works once.",
  permission: "account.login",
  idempotent: "no",
  limit: "signUp",
  body: ForgotPassword,
  aliases: { email: "username" },
  returns: Accepted,
  status: 202,
  examples: [
    { name: "By email", body: { username: "nimal@example.com" } },
    { name: "By identity number", body: { username: sample.ownerNic } },
  ],
  run: (ctx, { body }) => forgotPassword(ctx, body),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
