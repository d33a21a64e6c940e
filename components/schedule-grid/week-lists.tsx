"use client";

import { useTranslations } from "next-intl";

import { weekdays } from "@/lib/core/calendar";

import { Button } from "../ui/button";
import { type Draft, withDay } from "./draft";
import { type Fault, faultAt } from "./faults";
import { WindowsList } from "./windows-list";

/** The week as fields, for phones and for whoever would rather type. */
export function WeekLists({
  draft,
  faults,
  onChange,
}: {
  draft: Draft;
  faults: readonly Fault[];
  onChange: (draft: Draft) => void;
}) {
  const t = useTranslations("scheduleEditor");
  const days = useTranslations("scheduleEditor.days");
  return (
    <div className="mt-6 grid gap-x-8 gap-y-5 sm:grid-cols-2 xl:grid-cols-3">
      {weekdays.map((day) => (
        <fieldset key={day}>
          <legend className="mb-2 text-sm font-medium">{days(day)}</legend>
          <WindowsList
            part={day}
            name={days(day)}
            windows={draft.weekly[day]}
            errorAt={(index) => faultAt(faults, { part: day, what: "hours", index })}
            onChange={(windows) => onChange(withDay(draft, day, windows))}
          />
          {draft.weekly[day].length > 0 && (
            <Button
              look="quiet"
              size="sm"
              aria-label={t("copyFrom", { name: days(day) })}
              onClick={() =>
                onChange(
                  weekdays.reduce((next, other) => withDay(next, other, draft.weekly[day]), draft),
                )
              }
            >
              {t("copy")}
            </Button>
          )}
        </fieldset>
      ))}
    </div>
  );
}
