import type { Messages } from "@/components/i18n/together";

import { readCatalogue } from "./catalogues";

/**
 * What a translator works on, by room: the keys of the English files. What `known` says already is kept; the rest is
 * in English; what the product says no more is left out.
 */
export function skeleton(known: Readonly<Record<string, Messages>>): Record<string, Messages> {
  const files = Object.entries(readCatalogue("en"));
  return Object.fromEntries(
    files.map(([room, english]) => [room, keep(english, known[room] ?? {})]),
  );
}

/** The words of `all`, each as `known` says it where it does. */
function keep(all: Messages, known: Messages): Messages {
  const entries = Object.entries(all).map(([key, said]) => {
    const kept = known[key];
    if (typeof said === "string") return [key, typeof kept === "string" ? kept : said];
    return [key, keep(said, typeof kept === "object" ? kept : {})];
  });
  return Object.fromEntries(entries) as Messages;
}
