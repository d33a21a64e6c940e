import { useTranslations } from "next-intl";

import type { SchedulePreview } from "@/lib/sites/schedules/schema";

import { Notice } from "../ui/notice";
import { ConflictList } from "./conflict-list";
import { GroupChanges } from "./group-changes";
import { usePartName } from "./part-name";
import { previewDays } from "./slot-runs";
import { RunLine } from "./run-line";

/** What the draft would bring: slots and places day by day, and the bookings that would need a decision. */
export function PreviewCard({ preview }: { preview: SchedulePreview }) {
  const t = useTranslations("scheduleEditor");
  const nameOf = usePartName();
  const { conflicts, changes, groupChanges, timeZone } = preview;
  const days = previewDays(preview);
  const most = Math.max(1, ...days.map(({ places }) => places));
  return (
    <div className="space-y-4">
      <p className="text-sm">{t("changes", changes)}</p>
      <GroupChanges groups={groupChanges} />
      {conflicts.length > 0 ? (
        <Notice kind="warning" title={t("conflicts", { count: conflicts.length })}>
          <ConflictList conflicts={conflicts} timeZone={timeZone} />
        </Notice>
      ) : (
        <Notice kind="success">{t("noConflicts")}</Notice>
      )}
      <ol className="divide-y text-sm">
        {days.map(({ date, runs, places }) => (
          <li
            key={date}
            data-preview-day={date}
            className="grid grid-cols-[6rem_1fr] gap-x-3 py-1.5 sm:grid-cols-[6rem_4rem_1fr]"
          >
            <span>{nameOf(date)}</span>
            <span aria-hidden className="mt-1.5 h-2 rounded-sm bg-sunken max-sm:hidden">
              <span
                className="block h-full rounded-sm bg-accent"
                style={{ width: `${(places / most) * 100}%` }}
              />
            </span>
            <ul className="space-y-0.5">
              {runs.map((run) => (
                <RunLine key={run.startsAt} run={run} timeZone={timeZone} />
              ))}
            </ul>
          </li>
        ))}
        {days.length === 0 && <li className="text-ink-soft">{t("noSlots")}</li>}
      </ol>
    </div>
  );
}
