import type { NoticeValues } from "@/db/schema/inbox";
import { connectorName } from "@/lib/core/plug-names";
import { sayIn, type Locale } from "@/lib/words/say";

/** What a place is, as messages keep it to be worded when they are read. */
interface ToldPlace {
  /** Plugs by OCPI's names, and what each gives. */
  readonly plugs: readonly { readonly standard: string; readonly maxPowerKw: number | null }[];
  /** What the booking asks for. */
  readonly standard: string | null;
  readonly minPowerKw: number | null;
}

/** The values by which a message tells of a booking's place; of several plugs only the one that was asked for. */
export function tellPlace({ plugs, standard, minPowerKw }: ToldPlace): Record<string, string> {
  const own = standard === null ? plugs : plugs.filter((plug) => plug.standard === standard);
  if (own.length === 0) return {};
  return {
    placePlugs: own.map((plug) => `${plug.standard}@${plug.maxPowerKw ?? ""}`).join("+"),
    placeAsked: standard === null ? (minPowerKw === null ? "any" : "power") : "plug",
    ...(minPowerKw !== null && { minPowerKw: String(minPowerKw) }),
  };
}

/**
 * The place in words: "CHAdeMO · 50 kW"; who did not ask for a plug reads that the place may still become another one.
 * Undefined where the message tells of none.
 */
export function wordPlace(values: NoticeValues, locale: Locale): string | undefined {
  const { placePlugs, placeAsked = "plug", minPowerKw = "0" } = values;
  if (placePlugs === undefined) return undefined;
  const say = sayIn(locale);
  const format = new Intl.ListFormat(locale, { type: "disjunction" });
  const plugs = placePlugs.split("+").map((plug) => plug.split("@"));
  const byPower = Map.groupBy(plugs, ([, kw = ""]) => kw);
  const kinds = [...byPower].map(([kw, alike]) => {
    const names = format.format(alike.map(([standard = ""]) => connectorName(standard)));
    return kw === "" ? names : say("places.kind", { plugs: names, kw: Number(kw) });
  });
  const kind = format.format(kinds);
  if (placeAsked === "plug") return kind;
  return placeAsked === "any"
    ? say("notices.anyPlace", { kind })
    : say("notices.powerPlace", { kw: Number(minPowerKw), kind });
}
