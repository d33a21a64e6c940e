import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import { getRequestConfig } from "next-intl/server";

import { anonymous } from "@/lib/core/actor";
import { processLocales } from "@/lib/process/context";
import { catalogueOf } from "@/lib/words/say";

import { browserRequest } from "./browser-context";
import { readerLocale } from "./reader-locale";

/** The language of a page, and what it says (next.config.mjs names this file). */
export default getRequestConfig(async () => {
  const locale = await localeOfPage();
  return {
    locale,
    messages: catalogueOf(locale),
    // Every time that is shown names its zone; this one only keeps server and browser alike.
    timeZone: "UTC",
  };
});

async function localeOfPage() {
  try {
    return (await browserRequest()).ctx.locale;
  } catch (error) {
    unstable_rethrow(error);
    // The page that says that the database is away has words too.
    return readerLocale(
      { actor: anonymous, config: { locales: processLocales() } },
      new Headers(await headers()),
    );
  }
}
