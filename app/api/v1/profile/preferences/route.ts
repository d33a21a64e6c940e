import { choosePreferences } from "@/lib/people/accounts";
import { ChoosePreferences, Preferences } from "@/lib/people/accounts/schema";
import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";

export const PUT = endpoint({
  tag: "Auth",
  summary: "Choose how the product speaks to oneself",
  description:
    "`language` is that of answers, receipts and messages; one that is not offered is refused. `hourCycle` is 12 or 24; null there and in `distanceUnit` leaves it to the reader's own language. What is not named stays.",
  permission: "account.self",
  body: ChoosePreferences,
  returns: Preferences,
  examples: [
    { name: "English", body: { language: "en" } },
    {
      name: "As in New York",
      body: { theme: "dark", hourCycle: 12, distanceUnit: "mi" },
    },
  ],
  run: (ctx, { body }) => choosePreferences(ctx, body),
});

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods({ PUT });
