import { useHourWords } from "../home/hour-words";

/**
 * A time of a week's hours, `06:00` to `24:00`, by its reader's clock: 6:00 AM to 12:00 AM. A clock of 24 hours has a
 * 24:00, as the fields beside it, which are typed into by it.
 */
export function useWindowTime(): (time: string) => string {
  const words = useHourWords();
  const afternoon = "13:00";
  return words(afternoon) === afternoon ? (time) => time : words;
}
