import { getLocale, getMessages } from "next-intl/server";

import { english, type RuleWords, ruleWords } from "@/lib/words/rule-words";

import type { Refusal } from "./refusal";

/** A refusal in the words of the reader's language. */
export async function translateRefusal(refusal: Refusal): Promise<Refusal> {
  return wordRefusal(refusal, ruleWords(await getLocale(), await getMessages(), english));
}

/** A refusal and its faults in these words, by their codes and values. */
export function wordRefusal(refusal: Refusal, words: RuleWords): Refusal {
  const { code, details, errors } = refusal;
  return {
    ...refusal,
    message: words.refusal({ code, values: details }),
    errors: errors.map(({ field, code, values }) => ({
      field,
      code,
      message: words.fault({ code, values }),
    })),
  };
}
