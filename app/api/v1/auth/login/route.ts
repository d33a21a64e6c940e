import { login } from "@/lib/people/accounts";
import { Login, LoginResult } from "@/lib/people/accounts/schema";
import { coreLogin } from "@/lib/http/core/people";
import { endpoint } from "@/lib/http/endpoint";
import { evcmsLogin } from "@/lib/http/evcms/people";
import { otherMethods } from "@/lib/http/other-methods";
import { snakeLogin } from "@/lib/http/snake";
import { sample } from "@/lib/words";

export const POST = endpoint({
  tag: "Auth",
  summary: "Log in by email, identity number or phone",
  description:
    "EV-CMS's clients send `email` for `username`. A deactivated driver may log in, to read. Deactivated staff and blocked users may not, and hear so once " +
    "the password was right.",
  permission: "account.login",
  core: { names: "Auth/login", view: coreLogin },
  evcms: evcmsLogin,
  snake: { names: "auth/login", ...snakeLogin },
  marks: ["username"],
  idempotent: "no",
  limit: "login",
  body: Login,
  returns: LoginResult,
  examples: [
    {
      name: "A driver, by identity number",
      body: { username: sample.ownerNic, password: sample.password },
    },
    { name: "A driver, by phone", body: { username: "+94770001122", password: sample.password } },
    {
      name: "An operator, by email",
      body: { username: "pat@hudson.example.com", password: sample.password },
    },
  ],
  run: (ctx, { body, contract }) => login(ctx, body, contract),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
