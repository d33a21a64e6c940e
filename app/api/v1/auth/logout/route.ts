import { logout } from "@/lib/people/accounts";
import { Accepted, Logout } from "@/lib/people/accounts/schema";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";

export const POST = endpoint({
  tag: "Auth",
  summary: "Log out",
  description:
    "With the refresh token that login gave, its session ends, and its access tokens stop at once. " +
    "Without one, every token and browser session of the user does.",
  permission: "account.self",
  snake: { names: "auth/logout" },
  idempotent: "no",
  body: Logout,
  returns: Accepted,
  examples: [
    { name: "This device", as: "EvOwner", body: { refreshToken: sample.refreshToken } },
    { name: "Every device", as: "EvOwner", body: {} },
  ],
  run: (ctx, { body }) => logout(ctx, body),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
