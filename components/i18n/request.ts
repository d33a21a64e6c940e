import { getRequestConfig } from "next-intl/server";

import messages from "./messages/en.json";

/** One language so far; another is another file beside it, and a way to choose it here. */
export default getRequestConfig(async () => ({
  locale: "en",
  messages,
  // Every time that is shown names its zone; this one only keeps server and browser alike.
  timeZone: "UTC",
}));
