import { languages } from "@/components/i18n/locales";
import { connectorName, connectorStandards } from "@/lib/core/plug-names";

// The language for tests is English in marked letters (scripts/parts/generated/pseudo.ts): a word in plain ones is from no
// catalogue.

/** Words in plain Latin letters that are no proper names: of the product, of units, zones, months and standards. */
export function unmarkedWords(text: string): string[] {
  const found = text
    // Addresses, hosts and names of events, and ids that are cut short or written in two cases.
    .replace(/\S+@\S+|https?:\S+|\/[\w/-]+|…[\da-f]{6}\b|\b[a-z]+(?:\.[a-z_]+)+\b/g, " ")
    .match(/[A-Za-z][A-Za-z’']+/g);
  return (found ?? []).filter((one) => !properNames.has(one));
}

const locale = "en-XA";
const everyWord = (texts: readonly string[]) => texts.flatMap((text) => text.split(/[^A-Za-z]+/));

const ofTheCalendar = (["long", "short"] as const).flatMap((length) => [
  ...Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat(locale, { month: length }).format(new Date(2026, month, 15)),
  ),
  ...Array.from({ length: 7 }, (_, day) =>
    new Intl.DateTimeFormat(locale, { weekday: length }).format(new Date(2026, 5, day + 1)),
  ),
]);

/** How long until something begins. */
const untilThen = new Intl.RelativeTimeFormat(locale, { style: "short" });

const languageNames = new Intl.DisplayNames([locale], { type: "language" });

/** Between a day and its hour. */
const between = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short" });

const properNames = new Set([
  ...ofTheCalendar,
  ...everyWord([between.format(0)]),
  // Between two of a list.
  ...everyWord([new Intl.ListFormat(locale, { type: "disjunction" }).format(["AC", "DC"])]),
  ...everyWord([untilThen.format(5, "minute"), untilThen.format(5, "hour")]),
  ...everyWord(Intl.supportedValuesOf("timeZone")),
  // Renamed places that some versions of the zone data still have by their former names.
  ...everyWord(["Asmara Atikokan Chuuk Faroe Ho Chi Minh Kanton Kathmandu Kolkata Kyiv Nuuk"]),
  ...everyWord(["Pohnpei Yangon"]),
  ...everyWord(connectorStandards.map(connectorName)),
  ...Intl.supportedValuesOf("currency"),
  ...Object.keys(languages).flatMap((code) => everyWord([code, languageNames.of(code) ?? ""])),
  // What two settings are where nobody chose: the country of the map, and how bookings are numbered.
  ..."US BBK".split(" "),
  ..."Baybook AC DC AM PM UTC GMT km mi kW kWh EV QR CO CSV XLSX PDF".split(" "),
]);
