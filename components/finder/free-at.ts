import { minuteMs } from "@/lib/core/durations";

/** A wish for a free place, as people say it: a day, a time, and how long. In the reader's own zone. */
export interface FreeAt {
  /** `YYYY-MM-DD`; blank for any time. */
  readonly date: string;
  /** `HH:mm` */
  readonly time: string;
  readonly minutes: number;
}

/** The lengths on offer, in minutes. */
export const lengths = [30, 60, 120, 180, 240] as const;

const pad = (part: number) => String(part).padStart(2, "0");

/** Date and time of an instant as the reader's clock shows it. */
function local(at: Date): { date: string; time: string } {
  return {
    date: `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`,
    time: `${pad(at.getHours())}:${pad(at.getMinutes())}`,
  };
}

/** The day of an instant by the reader's clock, `YYYY-MM-DD`. */
export const dateOf = (at: Date): string => local(at).date;

/** What a set filter says, or the next full hour for an hour. */
export function freeAtOf(free: { from: string; to: string } | null, now: Date): FreeAt {
  if (free) {
    const [from, to] = [new Date(free.from), new Date(free.to)];
    return { ...local(from), minutes: Math.round((to.getTime() - from.getTime()) / minuteMs) };
  }
  const next = new Date(now);
  next.setHours(now.getHours() + 1, 0, 0, 0);
  return { ...local(next), minutes: 60 };
}

/** The instants meant, or null when the fields hold no time. */
export function instantsOf({ date, time, minutes }: FreeAt): { from: string; to: string } | null {
  const from = new Date(`${date}T${time}`);
  if (Number.isNaN(from.getTime())) return null;
  return {
    from: from.toISOString(),
    to: new Date(from.getTime() + minutes * minuteMs).toISOString(),
  };
}

/** The days that can be asked for, `YYYY-MM-DD`: today, unless no full hour is left of it, and a week on. */
export function freeDays(now: Date): string[] {
  const days = [0, 1, 2, 3, 4, 5, 6, 7].map((ahead) => {
    const day = new Date(now);
    day.setDate(now.getDate() + ahead);
    return dateOf(day);
  });
  const { date } = freeAtOf(null, now);
  return days.filter((day) => day >= date);
}

/** The full hours of a day that are still to come, `HH:mm`. */
export function freeHours(date: string, now: Date): string[] {
  const hours = Array.from({ length: 24 }, (_, hour) => `${pad(hour)}:00`);
  return hours.filter((time) => new Date(`${date}T${time}`) >= now);
}
