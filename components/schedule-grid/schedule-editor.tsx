"use client";

import { useTranslations } from "next-intl";

import type { ScheduleView } from "@/lib/sites/schedules/schema";

import { Button } from "../ui/button";
import { Card, CardHeader } from "../ui/card";
import { Spinner } from "../ui/spinner";
import { ConflictsDialog } from "./conflicts-dialog";
import { isNeverOpen, withAlways } from "./draft";
import { MonthCalendar } from "./month-calendar";
import { PreviewCard } from "./preview-card";
import { SaveBar } from "./save-bar";
import { type ScheduleActions, useScheduleEditor } from "./use-schedule-editor";
import { WeekGrid } from "./week-grid";
import { WeekLists } from "./week-lists";

/** A station's schedule as a draft: nothing holds until it is saved, and the preview says what would. */
export function ScheduleEditor({
  schedule,
  today,
  asOf,
  actions,
  next,
}: {
  schedule: ScheduleView;
  today: string;
  /** When the page was made. */
  asOf: string;
  actions: ScheduleActions;
  /** Where saving leads on, for a station that waits for its hours to open. */
  next?: string;
}) {
  const t = useTranslations("scheduleEditor");
  const editor = useScheduleEditor(schedule, asOf, actions, next);
  const { draft, preview, pending, change } = editor;
  const faults = editor.refusal?.faults ?? [];
  return (
    <div data-schedule className="space-y-6">
      {/* What gets the focus comes to light between the page's head and the bar that saves. */}
      <div className="space-y-6 [&_:is(input,select,button)]:scroll-mt-24 [&_:is(input,select,button)]:scroll-mb-64 lg:[&_:is(input,select,button)]:scroll-mb-48">
        <Card aria-labelledby="week">
          <CardHeader id="week" title={t("week")}>
            <span className="flex flex-wrap items-center gap-4">
              {isNeverOpen(draft) && (
                <Button look="secondary" size="sm" onClick={() => change(withAlways(draft))}>
                  {t("roundTheClock")}
                </Button>
              )}
              {/* Past the controls of seven days, for the keyboard and the thumb. */}
              <a href="#dates" className="link inline-flex min-h-11 items-center text-sm">
                {t("toDates")}
              </a>
            </span>
          </CardHeader>
          <p className="mb-4 text-sm text-ink-soft max-md:hidden">{t("weekHint")}</p>
          <WeekGrid draft={draft} onChange={change} />
          <WeekLists draft={draft} faults={faults} onChange={change} />
        </Card>
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Card aria-labelledby="dates">
            <CardHeader id="dates" title={t("dates")} />
            <MonthCalendar
              draft={draft}
              faults={faults}
              today={today}
              chosen={editor.chosen}
              onChoose={editor.choose}
              onChange={change}
            />
          </Card>
          <Card aria-labelledby="preview">
            <CardHeader id="preview" title={t("preview")}>
              <Button look="secondary" size="sm" disabled={pending} onClick={editor.showPreview}>
                {pending && <Spinner />}
                {t("showPreview")}
              </Button>
            </CardHeader>
            <div aria-live="polite">
              {preview ? (
                <PreviewCard preview={preview} />
              ) : (
                <p className="text-sm text-ink-soft">{t("previewHint")}</p>
              )}
            </div>
          </Card>
        </div>
      </div>
      <SaveBar {...editor} />
      <ConflictsDialog
        preview={editor.asking}
        pending={pending}
        onAgree={editor.agree}
        onClose={editor.stopAsking}
      />
    </div>
  );
}
