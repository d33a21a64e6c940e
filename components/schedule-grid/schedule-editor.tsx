"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState, useTransition } from "react";

import { type Weekday, weekdays } from "@/lib/core/calendar";
import type { SchedulePreview, ScheduleView } from "@/lib/schedules/schema";

import { Button } from "../ui/button";
import { Card, CardHeader } from "../ui/card";
import { Notice } from "../ui/notice";
import { Spinner } from "../ui/spinner";
import { toast } from "../ui/toast";
import { bodyOf, type Draft, draftOf, withDay } from "./draft";
import { MonthCalendar } from "./month-calendar";
import { PreviewCard } from "./preview-card";
import { WeekGrid } from "./week-grid";
import { WindowsList } from "./windows-list";

type Answer<T> =
  | { readonly ok: true; readonly data: T }
  | {
      readonly ok: false;
      readonly message: string;
      readonly errors: readonly { readonly field: string; readonly message: string }[];
    };

/** What the editor asks of the server. */
export interface ScheduleActions {
  readonly preview: (input: unknown) => Promise<Answer<SchedulePreview>>;
  readonly save: (input: unknown) => Promise<Answer<ScheduleView>>;
}

/** A station's schedule as a draft: nothing holds until it is saved, and the preview says what would. */
export function ScheduleEditor({
  schedule,
  today,
  actions,
}: {
  schedule: ScheduleView;
  today: string;
  actions: ScheduleActions;
}) {
  const t = useTranslations("scheduleEditor");
  const router = useRouter();
  const { stationId } = schedule;
  const [draft, setDraft] = useState<Draft>(() => draftOf(schedule));
  const [preview, setPreview] = useState<SchedulePreview | null>(null);
  const [refusal, setRefusal] = useState<Extract<Answer<never>, { ok: false }> | null>(null);
  const [pending, start] = useTransition();
  const isChanged = JSON.stringify(draft) !== JSON.stringify(draftOf(schedule));

  useEffect(() => {
    if (!isChanged) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isChanged]);

  const change = (next: Draft) => {
    setDraft(next);
    setPreview(null);
    setRefusal(null);
  };
  const ask = () =>
    start(async () => {
      const answer = await actions.preview({ stationId, schedule: bodyOf(draft) });
      setRefusal(answer.ok ? null : answer);
      setPreview(answer.ok ? answer.data : null);
    });
  const save = () =>
    start(async () => {
      const answer = await actions.save({ stationId, schedule: bodyOf(draft) });
      setRefusal(answer.ok ? null : answer);
      if (!answer.ok) return;
      setDraft(draftOf(answer.data));
      setPreview(null);
      toast(t("saved"));
      router.refresh();
    });
  const errorAt = (day: Weekday) => (index: number) =>
    refusal?.errors.find(({ field }) => field.includes(`weekly.${day}.${index}`))?.message;

  return (
    <div className="space-y-6">
      {refusal && (
        <Notice kind="danger" role="alert" title={refusal.message}>
          {[...new Set(refusal.errors.map(({ message }) => message))].join(" ")}
        </Notice>
      )}
      <Card aria-labelledby="week">
        <CardHeader id="week" title={t("week")} />
        <p className="mb-4 text-sm text-ink-soft max-md:hidden">{t("weekHint")}</p>
        <WeekGrid draft={draft} onChange={change} />
        <DayLists draft={draft} errorAt={errorAt} onChange={change} />
      </Card>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card aria-labelledby="dates">
          <CardHeader id="dates" title={t("dates")} />
          <MonthCalendar draft={draft} today={today} onChange={change} />
        </Card>
        <Card aria-labelledby="preview">
          <CardHeader id="preview" title={t("preview")}>
            <Button look="secondary" size="sm" disabled={pending} onClick={ask}>
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
      <div className="sticky bottom-16 z-20 flex flex-wrap items-center justify-end gap-3 rounded-lg border bg-surface p-3 shadow-lg lg:bottom-4">
        <p className="mr-auto text-sm text-ink-soft">{t(isChanged ? "unsaved" : "noChanges")}</p>
        <Button
          look="secondary"
          disabled={!isChanged || pending}
          onClick={() => change(draftOf(schedule))}
        >
          {t("discard")}
        </Button>
        <Button disabled={!isChanged || pending} onClick={save}>
          {pending && <Spinner />}
          {t("save")}
        </Button>
      </div>
    </div>
  );
}

function DayLists({
  draft,
  errorAt,
  onChange,
}: {
  draft: Draft;
  errorAt: (day: Weekday) => (index: number) => string | undefined;
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
            name={days(day)}
            windows={draft.weekly[day]}
            errorAt={errorAt(day)}
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
