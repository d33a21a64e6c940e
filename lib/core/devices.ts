// In this order: most browsers and systems name others, too, that they want to be taken for.
const browsers = [
  [/\bEdg/, "Edge"],
  [/\bOPR\/|\bOpera/, "Opera"],
  [/SamsungBrowser/, "Samsung Internet"],
  [/Firefox|FxiOS/, "Firefox"],
  [/Chrome|CriOS/, "Chrome"],
  [/Safari/, "Safari"],
] as const;
const systems = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/CrOS/, "ChromeOS"],
  [/Mac OS X|Macintosh/, "Mac"],
  [/Linux/, "Linux"],
] as const;

/** What programs are run by, which says nothing to who reads it. */
const runtimes = ["node", "undici", "deno", "bun"];

/**
 * What a User-Agent is of, as people say it: `Chrome, Android`. Another program says its own name, `okhttp`; null where
 * it says nothing. No more of it is kept than is shown.
 */
export function deviceOf(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const named = [browsers, systems].flatMap(
    (kinds) => kinds.find(([sign]) => sign.test(userAgent))?.[1] ?? [],
  );
  if (named.length > 0) return named.join(", ");
  const own = /^[A-Za-z][\w.-]{0,39}/.exec(userAgent)?.[0] ?? null;
  return own !== null && runtimes.includes(own.toLowerCase()) ? null : own;
}
