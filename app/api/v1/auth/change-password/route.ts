import { changePassword } from "@/lib/people/accounts";
import { ChangePassword, LoginResult } from "@/lib/people/accounts/schema";
import { endpoint } from "@/lib/http/endpoint";
import { evcmsTokens } from "@/lib/http/evcms/people";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";

export const PUT = endpoint({
  tag: "Auth",
  summary: "Change the own password",
  description: "Every older token and browser session stops; the answer carries a fresh pair.",
  permission: "account.self",
  evcms: evcmsTokens,
  idempotent: "no",
  body: ChangePassword,
  returns: LoginResult,
  examples: [
    {
      name: "A new password",
      body: { currentPassword: sample.password, newPassword: "battery 42 horse correct" },
    },
  ],
  run: (ctx, { body, contract }) => changePassword(ctx, body, contract),
});

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods({ PUT });
