import { setPassword } from "@/lib/people/accounts";
import { SetPassword, UserView } from "@/lib/people/accounts/schema";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { sample } from "@/lib/words";

export const POST = endpoint({
  tag: "Auth",
  summary: "Set the password by the link of an invitation or reset",
  description:
    "`token` is that of the link. It works once, and uses up the user's other links. Passkeys stay unless `removePasskeys` says otherwise.",
  permission: "account.login",
  idempotent: "no",
  body: SetPassword,
  returns: UserView,
  examples: [
    {
      name: "By an invitation's link",
      body: { token: sample.linkToken, password: "battery 42 horse correct" },
    },
  ],
  run: (ctx, { body }) => setPassword(ctx, body),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
