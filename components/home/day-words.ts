import { useFormatter } from "next-intl";

const parts = {
  full: { weekday: "short", day: "numeric", month: "short" },
  short: { day: "numeric", month: "short" },
} as const;

/** Words for a calendar day `YYYY-MM-DD`: "Wed, 18 Nov", or "18 Nov". It is a day anywhere, so no zone is asked. */
export function useDayWords(): (day: string, form: keyof typeof parts) => string {
  const format = useFormatter();
  return (day, form) =>
    format.dateTime(new Date(`${day}T12:00:00Z`), { ...parts[form], timeZone: "UTC" });
}
