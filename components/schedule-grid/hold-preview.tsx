"use client";

import { useTranslations } from "next-intl";

import type { SchedulePreview } from "@/lib/sites/schedules/schema";

import { Notice } from "../ui/notice";
import { Spinner } from "../ui/spinner";
import { ConflictList } from "./conflict-list";
import { GroupChanges } from "./group-changes";
import { usePartName } from "./part-name";
import { RunLine } from "./run-line";
import { previewDays } from "./slot-runs";
import type { Foretold } from "./use-hold-preview";

/** Bookings named one by one; a window is small. */
const named = 5;

/** What a hold would take before it is saved: the slots it lies in, the places left, the bookings without one. */
export function HoldPreview({ foretold }: { foretold: Foretold }) {
  const t = useTranslations("scheduleEditor.holds");
  return (
    <div aria-live="polite" className="text-sm">
      {foretold === "asked" && (
        <p className="flex items-center gap-2 text-ink-soft [&_svg]:size-4">
          <Spinner /> {t("asked")}
        </p>
      )}
      {foretold === "unknown" && <p className="text-ink-soft">{t("unknown")}</p>}
      {typeof foretold === "object" && <Known preview={foretold} />}
    </div>
  );
}

function Known({ preview }: { preview: SchedulePreview }) {
  const t = useTranslations("scheduleEditor");
  const nameOf = usePartName();
  const { conflicts, groupChanges, timeZone } = preview;
  const days = previewDays(preview, {
    withLeft: true,
    only: ({ capacity, capacityBefore }) => capacityBefore !== null && capacity !== capacityBefore,
  });
  const fresh = conflicts.filter(({ isFlagged }) => !isFlagged);
  return (
    <div className="space-y-3">
      {fresh.length > 0 && (
        <Notice kind="warning" title={t("conflicts", { count: fresh.length })}>
          <ConflictList conflicts={fresh} timeZone={timeZone} most={named} />
        </Notice>
      )}
      <GroupChanges groups={groupChanges} />
      {days.length === 0 ? (
        <p className="text-ink-soft">{t("holds.noSlots")}</p>
      ) : (
        <dl className="max-h-48 space-y-1 overflow-y-auto">
          {days.map(({ date, runs }) => (
            <div key={date} className="grid grid-cols-[6rem_1fr] gap-x-3">
              <dt>{nameOf(date)}</dt>
              <dd>
                <ul className="space-y-0.5">
                  {runs.map((run) => (
                    <RunLine key={run.startsAt} run={run} timeZone={timeZone} />
                  ))}
                </ul>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
