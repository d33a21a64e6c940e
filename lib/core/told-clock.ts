import { allCountries } from "./countries";
import { clockIn, type HourCycle, unitsFor, usualUnits } from "./units";

/**
 * By which clock a letter or a document says times, where no browser is there to tell how its reader reads them: as they
 * chose, else as is usual where the language is spoken in the country of the times' zone: 6:00 PM in New York and in
 * Colombo, 18:00 in Berlin. Of a zone that lies in no country, what cannot be misread.
 */
export function toldClock(
  chosen: string | null | undefined,
  { locale, timeZone }: { readonly locale: string; readonly timeZone: string },
): HourCycle {
  const hourCycle = chosen === "12" ? 12 : chosen === "24" ? 24 : null;
  const region = countryOfZone(timeZone);
  const language = region === undefined ? undefined : new Intl.Locale(locale, { region });
  return unitsFor({ hourCycle }, language?.toString(), usualUnits).hourCycle;
}

/**
 * A day and time in a language's long form, as letters and documents say it: `July 1, 2026 at 12:05 PM GMT-4`. `chosen`
 * is the clock that its reader chose, 12 or 24.
 */
export function longInstant(
  instant: Date,
  {
    locale,
    timeZone,
    timeZoneName,
    chosen,
  }: {
    readonly locale: string;
    readonly timeZone: string;
    readonly timeZoneName: Intl.DateTimeFormatOptions["timeZoneName"];
    readonly chosen?: string | null | undefined;
  },
): string {
  return new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    ...clockIn(toldClock(chosen, { locale, timeZone })),
    timeZone,
    timeZoneName,
  }).format(instant);
}

function countryOfZone(timeZone: string): string | undefined {
  countries ??= mapCountries();
  return countries.get(canonical(timeZone));
}

/** Made with the first question: it takes a twentieth of a second. */
let countries: ReadonlyMap<string, string> | undefined;

/** A zone that several countries share is the first one's, which tells its time as they do. */
function mapCountries(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const country of allCountries()) {
    for (const zone of zonesOf(country)) {
      if (!found.has(zone)) found.set(zone, country);
    }
  }
  return found;
}

/** TypeScript does not know it yet. */
const zonesOf = (country: string): readonly string[] =>
  (
    new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones: () => string[] | undefined }
  ).getTimeZones() ?? [];

/** By the one of its names that Intl's countries have: Asia/Kolkata is Asia/Calcutta. */
const canonical = (timeZone: string) =>
  new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;
