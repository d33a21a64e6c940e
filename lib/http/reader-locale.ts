import Negotiator from "negotiator";

import { userOf } from "@/lib/core/actor";
import type { Config } from "@/lib/core/config";
import type { Context } from "@/lib/core/context";
import { deviceOf } from "@/lib/core/devices";
import { remember } from "@/lib/core/remember";
import {
  clockCookie,
  distanceCookie,
  readChosen,
  type Units,
  unitsFor,
  usualUnits,
} from "@/lib/core/units";
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
  const chosen = [userOf(ctx)?.locale, cookieOf(headers, localeCookie)];
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

/**
 * How times and distances are said to a request's reader: as the account chose, else this browser, else as usual where
 * the first language of Accept-Language is spoken.
 */
export function readerUnits(ctx: Pick<Context, "actor">, headers: Headers): Units {
  const own = userOf(ctx);
  const here = readChosen({
    clock: cookieOf(headers, clockCookie),
    distance: cookieOf(headers, distanceCookie),
  });
  const [language] = headers.get("accept-language")?.split(/[,;]/, 1) ?? [];
  return unitsFor(
    {
      hourCycle: own?.hourCycle ?? here.hourCycle,
      distanceUnit: own?.distanceUnit ?? here.distanceUnit,
    },
    language?.trim() || undefined,
    usualIn,
  );
}

// Asked several times with every request.
const usualIn = remember(usualUnits);

/** What a request's headers tell its context of the reader. */
export const readerOf = (
  ctx: Reading,
  headers: Headers,
): Pick<Context, "locale" | "units" | "device"> => ({
  device: deviceOf(headers.get("user-agent")),
  locale: readerLocale(ctx, headers),
  units: readerUnits(ctx, headers),
});

function cookieOf(headers: Headers, name: string): string | undefined {
  const prefix = `${name}=`;
  return headers
    .get("cookie")
    ?.split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(prefix))
    ?.slice(prefix.length);
}
