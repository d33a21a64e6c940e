"use client";

import { CalendarX2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext } from "react";

import type { ClosedCount } from "@/lib/sites/schedules/schema";

interface ClosedDays {
  readonly counts: readonly ClosedCount[];
  /** How many stations there are. */
  readonly all: number;
}

const Closed = createContext<ClosedDays>({ counts: [], all: 0 });

/** What is closed already, for the notes beneath. */
export function ClosedDaysKnown({ counts, all, children }: ClosedDays & { children: ReactNode }) {
  return <Closed value={{ counts, all }}>{children}</Closed>;
}

/** At how many stations a day is closed already; nothing where it is at none. */
export function ClosedNote({ date }: { date: string }) {
  const t = useTranslations("closing");
  const { counts, all } = useContext(Closed);
  const count = counts
    .filter((one) => one.date === date)
    .reduce((sum, { stations }) => sum + stations, 0);
  if (count === 0) return null;
  return (
    <span className="mt-0.5 flex items-center gap-1.5 font-medium text-ink">
      <CalendarX2 aria-hidden className="size-4 shrink-0" />
      {t("closedAt", { count, all })}
    </span>
  );
}
