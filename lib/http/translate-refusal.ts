import { getLocale } from "next-intl/server";

import { rulesIn } from "@/lib/words/rule-words";
import type { Locale } from "@/lib/words/say";

import { type Refusal, wordRefusal } from "./word-refusal";

/** A refusal as a page's reader hears it, in their language. */
export async function translateRefusal(refusal: Refusal): Promise<Refusal> {
  return wordRefusal(refusal, rulesIn((await getLocale()) as Locale));
}
