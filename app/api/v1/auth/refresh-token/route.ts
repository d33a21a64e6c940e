import { refreshTokens } from "@/lib/people/accounts";
import { LoginResult, RefreshTokens } from "@/lib/people/accounts/schema";
import { endpoint } from "@/lib/http/endpoint";
import { evcmsTokens } from "@/lib/http/evcms/people";
import { otherMethods } from "@/lib/http/other-methods";
import { snakeLogin } from "@/lib/http/snake";
import { sample } from "@/lib/words";

export const POST = endpoint({
  tag: "Auth",
  summary: "Exchange a refresh token for a new pair",
  description:
    "Each refresh token works once. One that is presented again ends the session that its login began, with its " +
    "access tokens. A session ends after 30 days (a setting) in any case.",
  permission: "account.login",
  evcms: evcmsTokens,
  snake: { names: "auth/refresh", ...snakeLogin },
  idempotent: "no",
  body: RefreshTokens,
  returns: LoginResult,
  examples: [{ name: "The next pair", body: { refreshToken: sample.refreshToken } }],
  run: (ctx, { body }) => refreshTokens(ctx, body),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
