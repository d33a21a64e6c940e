import { useFormatter } from "next-intl";

/**
 * Times of a day by the clock of a zone, as the reader writes them: 09:30, or 9:30 AM, which does not break before its
 * AM.
 */
export const clockOf =
  (format: Pick<ReturnType<typeof useFormatter>, "dateTime">, timeZone: string) =>
  (at: string | number | Date): string =>
    format.dateTime(new Date(at), "clock", { timeZone }).replaceAll(" ", "\u00A0");

/** `clockOf` where a component formats nothing else. */
export const useClock = (timeZone: string) => clockOf(useFormatter(), timeZone);
