import { useHourWords } from "../home/hour-words";
import { isReadable } from "./draft";

/**
 * A time of a week's hours, `06:00` to `24:00`, by its reader's clock: 6:00 AM to 12:00 AM, with a plain space, as it is
 * typed. A clock of 24 hours has a 24:00. What is no time stays as it was typed.
 */
export function useWindowTime(): (time: string) => string {
  const words = useHourWords();
  const afternoon = "13:00";
  if (words(afternoon) === afternoon) return (time) => time;
  return (time) => (isReadable(time, "end") ? words(time).replaceAll(/\s/g, " ") : time);
}
