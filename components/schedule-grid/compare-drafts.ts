import { weekdays } from "@/lib/core/calendar";

import type { Draft, Window } from "./draft";

type Exception = Draft["exceptions"][number];
type Override = Draft["capacityOverrides"][number];

const windowsText = (windows: readonly Window[]) =>
  windows.map(({ start, end }) => `${start}–${end}`).join(" ");
const exceptionText = ({ closed, windows, reason = "" }: Exception) =>
  `${closed || windows.length === 0 ? "closed" : `open ${windowsText(windows)}`} ${reason.trim()}`.trim();

/** What a draft says of a weekday, or of a date, in one spelling. */
export function partText(draft: Draft, part: string): string {
  const weekly = weekdays.find((day) => day === part);
  if (weekly) return windowsText(draft.weekly[weekly]);
  const exception = draft.exceptions.find(({ date }) => date === part);
  const override = draft.capacityOverrides.find(({ date }) => date === part);
  return `${exception ? exceptionText(exception) : ""}; ${override?.connectors ?? ""}`;
}

/** Whether two drafts say the same. */
export function saySame(one: Draft, other: Draft): boolean {
  const parts = new Set<string>([...weekdays, ...datesOf(one), ...datesOf(other)]);
  return [...parts].every((part) => partText(one, part) === partText(other, part));
}

const datesOf = ({ exceptions, capacityOverrides }: Draft) =>
  [...exceptions, ...capacityOverrides].map(({ date }) => date);

/**
 * A draft that began as `base` and became `mine`, on a schedule that became `theirs` meanwhile: what it left alone is
 * theirs, what it changed stays. `clashes` are the weekdays and dates that both changed, each otherwise.
 */
export function mergeDrafts(
  base: Draft,
  mine: Draft,
  theirs: Draft,
): { draft: Draft; clashes: string[] } {
  const clashes = new Set<string>();
  const merge = <T>(of: (draft: Draft) => ReadonlyMap<string, T>, text: (value: T) => string) => {
    const [was, own, other] = [of(base), of(mine), of(theirs)];
    const textOf = (value: T | undefined) => (value === undefined ? "" : text(value));
    return [...new Set([...own.keys(), ...other.keys()])].flatMap((part) => {
      const [before, here, there] = [was, own, other].map((map) => textOf(map.get(part)));
      if (here !== before && there !== before && here !== there) clashes.add(part);
      const value = (here === before ? other : own).get(part);
      return value === undefined ? [] : [[part, value] as const];
    });
  };
  const weekly = merge<readonly Window[]>(
    (draft) => new Map(Object.entries(draft.weekly)),
    windowsText,
  );
  const exceptions = merge<Exception>((draft) => byDate(draft.exceptions), exceptionText);
  const overrides = merge<Override>(
    (draft) => byDate(draft.capacityOverrides),
    ({ connectors }) => connectors,
  );
  return {
    draft: {
      weekly: Object.fromEntries(weekly) as Draft["weekly"],
      exceptions: inOrder(exceptions.map(([, exception]) => exception)),
      capacityOverrides: inOrder(overrides.map(([, override]) => override)),
    },
    clashes: [...clashes].toSorted((one, other) => rankOf(one).localeCompare(rankOf(other))),
  };
}

const byDate = <T extends { date: string }>(items: readonly T[]) =>
  new Map(items.map((item) => [item.date, item]));

const inOrder = <T extends { date: string }>(items: readonly T[]) =>
  items.toSorted((one, other) => one.date.localeCompare(other.date));

/** Weekdays as they follow one another, then dates. */
function rankOf(part: string): string {
  const place = weekdays.findIndex((day) => day === part);
  return place < 0 ? part : `0${place}`;
}
