/** What people of a language write at a time of day, and which end of a span it is for. */
export interface TimeWords {
  /** What stands for the day's first half: `AM`. */
  readonly am: readonly string[];
  /** What stands for its second half: `PM`. */
  readonly pm: readonly string[];
  readonly noon: readonly string[];
  readonly midnight: readonly string[];
  /** Whether a midnight is the day's end, `24:00`, rather than its beginning. */
  readonly isEnd: boolean;
}

type Mark = "am" | "pm" | "noon" | "midnight" | "none";

/** As it is compared: without case, full stops and spaces. */
const plain = (text: string) => text.normalize("NFKC").toLowerCase().replaceAll(/[\s.]/g, "");

/** Words before or after hours with or without minutes: `6:30 pm`, `1800`, `18h30`, `18.30`. */
const written = /^(\D*?)\s*(\d{1,2})(?:\s*[:.h]?\s*(\d{2}))?\s*(\D*)$/;

/**
 * The time of day that somebody typed by either clock, as `HH:mm`: `6pm`, `6:00 PM`, `18`, `1800`, `noon`. Null where
 * it cannot be read. Where no half of the day is named, it is by the clock of 24 hours.
 */
export function readTime(typed: string, words: TimeWords): string | null {
  const text = typed.normalize("NFKC").trim().toLowerCase();
  const alone = markOf(text, words);
  if (alone === "noon") return "12:00";
  if (alone === "midnight") return midnightAt(words.isEnd);
  const [, before = "", hours, minutes = "0", after = ""] = written.exec(text) ?? [];
  const mark = markOf(before + after, words);
  if (hours === undefined || mark === null || Number(minutes) > 59) return null;
  return timeAt(Number(hours), Number(minutes), mark, words.isEnd);
}

/** Which half of the day, or which hour, is named; null for words that name none. */
function markOf(text: string, words: TimeWords): Mark | null {
  const said = plain(text);
  if (said === "" || said === "h") return "none";
  const marks = ["am", "pm", "noon", "midnight"] as const;
  return marks.find((mark) => words[mark].some((word) => plain(word) === said)) ?? null;
}

function timeAt(hours: number, minutes: number, mark: Mark, isEnd: boolean): string | null {
  if (mark === "noon") return hours === 12 && minutes === 0 ? "12:00" : null;
  const isTwelve = hours === 0 || hours === 12 || hours === 24;
  if (mark === "midnight") return isTwelve && minutes === 0 ? midnightAt(isEnd) : null;
  if (hours === 24) return isEnd && minutes === 0 && mark === "none" ? "24:00" : null;
  // 18:00 PM, which people write as well, can only be 18:00; no clock has 13 AM or 0 PM.
  if (hours > 24 || (mark === "am" && hours > 12) || (mark === "pm" && hours === 0)) return null;
  const hour = mark === "none" ? hours : (hours % 12) + (mark === "pm" ? 12 : 0);
  if (hour === 0 && minutes === 0) return midnightAt(isEnd);
  return `${String(hour).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

const midnightAt = (isEnd: boolean) => (isEnd ? "24:00" : "00:00");
