"use client";

import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";

import { cn } from "../ui/class-names";

/** One date of the month: what it does otherwise than its weekday, and whether something about it is to be mended. */
export function CalendarDate({
  date,
  name,
  state,
  column,
  isToday,
  isChosen,
  isWrong,
  onChoose,
  onKeyDown,
}: {
  date: string;
  /** The whole date in words. */
  name: string;
  state: readonly string[];
  /** Where the first of the month begins. */
  column: number | undefined;
  isToday: boolean;
  isChosen: boolean;
  isWrong: boolean;
  onChoose: (byKeyboard: boolean) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}) {
  const t = useTranslations("scheduleEditor");
  return (
    <button
      type="button"
      data-date={date}
      style={column === undefined ? undefined : { gridColumnStart: column }}
      aria-pressed={isChosen}
      className={cn(
        "tabular flex h-14 flex-col items-center rounded-sm border px-0.5 pt-1 hover:border-accent",
        state.length > 0 && "bg-warning-soft",
        isChosen && "border-accent",
        isWrong && "border-danger bg-danger-soft",
        isToday && "font-semibold text-accent-ink",
      )}
      // A click that no pointer made has no count.
      onClick={(event) => onChoose(event.detail === 0)}
      onKeyDown={onKeyDown}
    >
      <span aria-hidden>{Number(date.slice(8))}</span>
      <span className="sr-only">{name}</span>
      <span className="w-full truncate text-xs font-normal text-ink-soft">{state.join(", ")}</span>
      {isWrong && <span className="sr-only">{t("toMend")}</span>}
    </button>
  );
}
