import { useFormatter } from "next-intl";

/** Times of a day by the clock of its zone, such as 09:30, or 9:30 AM, which does not break before its AM. */
export function useClock(timeZone: string): (at: string | number) => string {
  const format = useFormatter();
  return (at) => format.dateTime(new Date(at), "clock", { timeZone }).replaceAll(" ", "\u00A0");
}
