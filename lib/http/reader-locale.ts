import Negotiator from "negotiator";

import { userOf } from "@/lib/core/actor";
import type { Config } from "@/lib/core/config";
import type { Context } from "@/lib/core/context";
import { defaultLocale, isLocale, type Locale, localeCookie } from "@/lib/words/say";

/** Of a context, what says who reads and which languages there are. */
interface Reading extends Pick<Context, "actor"> {
  readonly config: Pick<Config, "locales">;
}

/**
 * The language in which a request is answered: the account's, else the one that this browser chose, else the first
 * of Accept-Language that we have, else English (kiosks.md, Content and languages).
 */
export function readerLocale(ctx: Reading, headers: Headers): Locale {
  const offered = ctx.config.locales;
  const chosen = [userOf(ctx)?.locale, cookieOf(headers.get("cookie"))];
  for (const code of chosen) {
    if (code && isLocale(code) && offered.includes(code)) return code;
  }
  const accepted = headers.get("accept-language") ?? undefined;
  const [first] =
    accepted === undefined
      ? []
      : new Negotiator({ headers: { "accept-language": accepted } }).languages([...offered]);
  return offered.find((code) => code === first) ?? defaultLocale;
}

function cookieOf(header: string | null): string | undefined {
  const prefix = `${localeCookie}=`;
  return header
    ?.split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(prefix))
    ?.slice(prefix.length);
}
