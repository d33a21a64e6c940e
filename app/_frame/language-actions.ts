"use server";

import { choosePreferences } from "@/lib/people/accounts";
import { ChoosePreferences } from "@/lib/people/accounts/schema";
import { action } from "@/lib/http/action";

/** Keeps the language that whoever is signed in chose with their account. */
export const keepLanguage = action({
  permission: "account.self",
  body: ChoosePreferences,
  run: choosePreferences,
});
