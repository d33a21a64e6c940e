/** The two clocks: 2:05 PM, and 14:05. */
export const hourCycles = ["h12", "h23"] as const;
export type HourCycle = (typeof hourCycles)[number];

/** Kilometres or miles, by their short names. */
export const distanceUnits = ["km", "mi"] as const;
export type DistanceUnit = (typeof distanceUnits)[number];

/** How somebody reads times of day and distances. */
export interface Units {
  readonly hourCycle: HourCycle;
  readonly distance: DistanceUnit;
}

/** What an account chose of it; null, or nothing, where its reader's own usage holds. */
export interface ChosenUnits {
  readonly hourCycle?: 12 | 24 | null;
  readonly distanceUnit?: DistanceUnit | null;
}

/** Where a browser keeps what its reader chose, for who has no account. */
export const clockCookie = "clock";
export const distanceCookie = "distance";
/** By whose clock a browser is read, as it says itself. */
export const zoneCookie = "zone";

/** What the two cookies say; nothing where they say nothing that is known. */
export function readChosen({
  clock,
  distance,
}: Readonly<Record<"clock" | "distance", string | undefined>>): ChosenUnits {
  return {
    hourCycle: clock === "12" ? 12 : clock === "24" ? 24 : null,
    distanceUnit: distanceUnits.find((unit) => unit === distance) ?? null,
  };
}

/** What holds for nobody known, as in a log: what cannot be misread. */
export const plainUnits: Units = { hourCycle: "h23", distance: "km" };

/** Where roads are signed in miles (CLDR, units of usage `road`). */
const inMiles = ["US", "GB", "LR", "PR", "VI", "GU", "AS", "MP", "GG", "IM", "JE"];

/**
 * How times and distances are said to a reader: as they chose, else as is usual where their language, a BCP 47 tag such
 * as `en-GB`, is spoken (issue: 12 or 24 hours, miles or km by the reader).
 */
export function unitsFor(
  chosen: ChosenUnits,
  language: string | undefined,
  usualIn = usualUnits,
): Units {
  const usual = language === undefined ? plainUnits : usualIn(language);
  return {
    hourCycle: chosen.hourCycle ? (chosen.hourCycle === 12 ? "h12" : "h23") : usual.hourCycle,
    distance: chosen.distanceUnit ?? usual.distance,
  };
}

/** As is usual where the language is spoken. */
export function usualUnits(language: string): Units {
  try {
    const { hourCycle } = new Intl.DateTimeFormat(language, { hour: "numeric" }).resolvedOptions();
    const { region = "" } = new Intl.Locale(language).maximize();
    return {
      hourCycle: hourCycle === "h11" || hourCycle === "h12" ? "h12" : "h23",
      distance: inMiles.includes(region) ? "mi" : "km",
    };
  } catch {
    // A browser may send anything as its language.
    return plainUnits;
  }
}

/** A time of day as the clock says it, for Intl: 2:05 PM, or 14:05. */
export const clockIn = (hourCycle: HourCycle) =>
  ({ hour: hourCycle === "h12" ? "numeric" : "2-digit", minute: "2-digit", hourCycle }) as const;

/** A day: 21 Nov 2026. */
export const dateFormat = { day: "numeric", month: "short", year: "numeric" } as const;

/**
 * How pages say instants, by name. The server decides once for a page by which clock, and the browser says it with the
 * same formats: `clock` is a time of day, 14:05 or 2:05 PM; `instant` is it with its day.
 */
export const formatsFor = (hourCycle: HourCycle) => ({
  dateTime: {
    clock: clockIn(hourCycle),
    instant: { ...dateFormat, ...clockIn(hourCycle) },
  },
});

const metresOf = { km: 1_000, mi: 1_609.344 } as const;

/** Metres in the unit; whole from ten on, with one decimal below. */
export function metresIn(unit: DistanceUnit, metres: number): number {
  const exact = metres / metresOf[unit];
  return exact < 10 ? Math.round(exact * 10) / 10 : Math.round(exact);
}

/** How many kilometres so many of the unit are. */
export const kilometresOf = (unit: DistanceUnit, count: number): number =>
  unit === "km" ? count : Math.round(count * metresOf.mi) / 1_000;

/** What a hundred kilometres take, of what is said for a hundred of the unit; three decimals, as a Wh is kept. */
export const per100KmOf = (unit: DistanceUnit, amount: number): number =>
  unit === "km" ? amount : Math.round((amount * metresOf.km * 1_000) / metresOf.mi) / 1_000;

/** The other way: what is said for a hundred of the unit; two decimals in miles, which brings back what was typed. */
export const per100In = (unit: DistanceUnit, per100Km: number): number =>
  unit === "km" ? per100Km : Math.round((per100Km * metresOf.mi * 100) / metresOf.km) / 100;

/** How Intl says a number of the unit: `0.8 mi`. */
export const distanceFormat = (unit: DistanceUnit) =>
  ({ style: "unit", unit: unit === "km" ? "kilometer" : "mile", unitDisplay: "short" }) as const;
