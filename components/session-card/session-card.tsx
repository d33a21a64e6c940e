import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import type { ConnectorView } from "@/lib/sites/stations/schema";

import { PendingBadge } from "../offline/pending-badge";
import { useActs } from "../offline/use-acts";
import type { PhoneSession } from "../queue/on-phone";
import { stopwatch, useTimes } from "../queue/use-times";
import { Badge } from "../ui/badge";
import { Card, CardHeader } from "../ui/card";
import { Notice } from "../ui/notice";
import { AbortButton, type AbortAction } from "./abort-button";
import { NoteList } from "./note-list";
import { PhotoStrip } from "./photo-strip";
import { SessionActions } from "./session-actions";
import { SessionFacts } from "./session-facts";

/** A car that charges: how it stands, and what can be done with it. */
export function SessionCard({
  session,
  now,
  free,
  isAway,
  abort,
  note,
  onNoteTyped,
  onFinish,
}: {
  session: PhoneSession;
  /** The server's time, in milliseconds since 1970. */
  now: number;
  /** Connectors that it could move to; null where nobody knows, as without network. */
  free: readonly ConnectorView[] | null;
  /** Whether there is no network. */
  isAway: boolean;
  abort: AbortAction;
  /** What was typed of the next note. */
  note: string;
  onNoteTyped: (text: string) => void;
  onFinish: () => void;
}) {
  const t = useTranslations("sessionCard");
  const { add } = useActs();
  const { id, bookingId, bookingNumber: number, stationId, can, finishedAt } = session;
  const about = { bookingId, number, stationId, ...(id !== null && { sessionId: id }) };
  const isRunning = finishedAt === null;
  return (
    <div className="space-y-4">
      <Running session={session} now={now} />
      {isRunning && (
        <SessionActions
          can={can}
          onPause={(kind) => void add({ kind, ...about })}
          onFinish={onFinish}
        />
      )}
      {!isRunning && isAway && (
        <Notice kind="warning" title={t("finishedHere")}>
          {t("finishedHereText")}
        </Notice>
      )}
      {!isRunning && !isAway && <Notice>{t("sending")}</Notice>}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card aria-labelledby="facts">
          <CardHeader id="facts" title={t("facts")} />
          <SessionFacts session={session} now={now} free={isRunning ? free : null} />
        </Card>
        <div className="space-y-4">
          <Section id="notes" title={t("notes.title")}>
            <NoteList
              session={session}
              now={now}
              typed={note}
              onType={onNoteTyped}
              onNote={isRunning ? (text) => add({ kind: "Note", ...about, text }) : undefined}
            />
          </Section>
          <Section id="photos" title={t("photos.title")}>
            <PhotoStrip
              session={session}
              onPhoto={
                isRunning ? (picture) => add({ kind: "Photo", ...about }, picture) : undefined
              }
            />
          </Section>
        </div>
      </div>
      {isRunning &&
        can.includes("abort") &&
        (isAway ? (
          <p className="text-sm text-ink-soft">{t("abort.needsNetwork")}</p>
        ) : (
          <AbortButton session={session} action={abort} />
        ))}
    </div>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <Card aria-labelledby={id}>
      <CardHeader id={id} title={title} />
      {children}
    </Card>
  );
}

/** The running time, large enough to be read at arm's length in the sun, and how the session stands. */
function Running({ session, now }: { session: PhoneSession; now: number }) {
  const t = useTranslations("sessionCard");
  const { clockOn, span } = useTimes(session.timeZone);
  const { startedAt, pausedAt, finishedAt, bookedUntil, acts } = session;
  const end = finishedAt === null ? now : Date.parse(finishedAt);
  const over = end - Date.parse(bookedUntil);
  return (
    <Card as="section" aria-label={t("running")} className="text-center">
      <p role="timer" className="tabular text-3xl font-semibold">
        {stopwatch(end - Date.parse(startedAt))}
      </p>
      <p className="mt-1 text-ink-soft">{t("sinceTime", { time: clockOn(startedAt, now) })}</p>
      <p className="mt-3 flex flex-wrap justify-center gap-2">
        {finishedAt !== null ? (
          <Badge>{t("finishedAt", { time: clockOn(finishedAt, now) })}</Badge>
        ) : pausedAt !== null ? (
          <Badge tone="warning">{t("pausedSince", { time: clockOn(pausedAt, now) })}</Badge>
        ) : (
          <Badge tone="success">{t("charging")}</Badge>
        )}
        {over > 0 && <Badge tone="danger">{t("over", { span: span(over) })}</Badge>}
        <PendingBadge count={acts.filter(({ state }) => state === "Waiting").length} />
      </p>
    </Card>
  );
}
