import { getRequestConfig } from "next-intl/server";

import { messages } from "./messages/en";

/** One language so far; another is another folder beside it, and a way to choose it here. */
export default getRequestConfig(async () => ({
  locale: "en",
  messages,
  // Every time that is shown names its zone; this one only keeps server and browser alike.
  timeZone: "UTC",
}));
