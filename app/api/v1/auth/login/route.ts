import { login } from "@/lib/accounts";
import { Login, LoginResult } from "@/lib/accounts/schema";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";

export const POST = endpoint({
  tag: "Auth",
  summary: "Log in by email, identity number or phone",
  description:
    "A deactivated owner may log in, to read. Deactivated staff and blocked users may not, and hear so once " +
    "the password was right.",
  permission: "account.login",
  core: "Auth/login",
  idempotent: "no",
  limit: "login",
  body: Login,
  returns: LoginResult,
  run: (ctx, { body }) => login(ctx, body),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
