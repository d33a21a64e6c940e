"use client";

import { useTranslations } from "next-intl";

import { Button } from "../ui/button";
import type { Fault } from "./faults";
import { usePartName } from "./part-name";

/** The dates that were refused, each a way to its fields, since only one of them is open at a time. */
export function DatesToMend({
  faults,
  onChoose,
}: {
  faults: readonly Fault[];
  onChoose: (date: string) => void;
}) {
  const t = useTranslations("scheduleEditor");
  const nameOf = usePartName();
  const dates = [...new Set(faults.map(({ part }) => part).filter((part) => part.length > 3))];
  if (dates.length < 2) return null;
  return (
    <div className="flex flex-wrap items-center gap-2 text-sm">
      <p className="text-danger">{t("datesToMend")}</p>
      {dates.map((date) => (
        <Button key={date} look="secondary" size="sm" onClick={() => onChoose(date)}>
          {nameOf(date)}
        </Button>
      ))}
    </div>
  );
}
