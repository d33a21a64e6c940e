import { getRequestConfig } from "next-intl/server";

import { formatsFor } from "@/lib/core/units";
import { catalogueOf } from "@/lib/words/say";

import { readerOfPage } from "./reader-of-page";

/** The language of a page, what it says, and how it says times (next.config.mjs names this file). */
export default getRequestConfig(async () => {
  const { locale, units } = await readerOfPage();
  return {
    locale,
    messages: catalogueOf(locale),
    formats: formatsFor(units.hourCycle),
    // Every time that is shown names its zone; this one only keeps server and browser alike.
    timeZone: "UTC",
  };
});
