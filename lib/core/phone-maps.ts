/** Whose maps a device opens: Apple's own, those that an Android phone chooses, or a map of the web. */
export type PhoneMaps = "apple" | "android" | "web";

/** Reads them from what a browser says of itself (the header User-Agent). */
export function phoneMaps(agent: string): PhoneMaps {
  if (/iPhone|iPad|Macintosh/.test(agent)) return "apple";
  return agent.includes("Android") ? "android" : "web";
}
