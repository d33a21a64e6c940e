import { rulesIn } from "@/lib/words/rule-words";

import { readerOfPage } from "./reader-of-page";
import { type Refusal, wordRefusal } from "./word-refusal";

/** A refusal as a page's reader hears it: in their language, by their clock. */
export async function translateRefusal(refusal: Refusal): Promise<Refusal> {
  const { locale, units } = await readerOfPage();
  return wordRefusal(refusal, rulesIn(locale, units));
}
