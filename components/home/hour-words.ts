import { useFormatter } from "next-intl";

/** A time of day, `06:00` to `24:00`, by its reader's clock: 6:00 AM, or 06:00. */
export function useHourWords(): (time: string) => string {
  const format = useFormatter();
  return (time) => {
    const [hours = 0, minutes = 0] = time.split(":").map(Number);
    // Any day's, in a zone that turns no clock.
    return format.dateTime(new Date(Date.UTC(2024, 0, 1, hours, minutes)), "clock", {
      timeZone: "UTC",
    });
  };
}
