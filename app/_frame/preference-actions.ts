"use server";

import { action } from "@/lib/http/action";
import { choosePreferences } from "@/lib/people/accounts";
import { ChoosePreferences } from "@/lib/people/accounts/schema";

/** Keeps what whoever is signed in chose, such as their language, with their account. */
export const keepPreferences = action({
  permission: "account.self",
  body: ChoosePreferences,
  run: choosePreferences,
});
