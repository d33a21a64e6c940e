import { useFormatter } from "next-intl";

/** Says the day of an instant, by UTC: a version comes into force for everybody at once. */
export function useDay(): (instant: string) => string {
  const format = useFormatter();
  return (instant) => format.dateTime(new Date(instant), { dateStyle: "long", timeZone: "UTC" });
}
