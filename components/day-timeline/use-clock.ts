import { useFormatter } from "next-intl";

/** Times of a day by the clock of its zone, such as 09:30. */
export function useClock(timeZone: string): (at: string | number) => string {
  const format = useFormatter();
  return (at) => format.dateTime(new Date(at), "clock", { timeZone });
}
