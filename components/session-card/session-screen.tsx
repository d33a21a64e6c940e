"use client";

import { CircleOff, CircleX } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import type { ReactNode } from "react";

import type { QueueView } from "@/lib/charging/queue/schema";
import type { ReceiptView, SessionView } from "@/lib/charging/sessions/schema";

import { useUnsavedWarning } from "../form/use-unsaved-warning";
import { useActs } from "../offline/use-acts";
import { useKeptQueue } from "../offline/use-kept-queue";
import { onPhone, type PhoneSession, queueOnPhone } from "../queue/on-phone";
import { useTicking } from "../queue/use-ticking";
import { freeConnectors, type GateStation } from "../scan/free-connectors";
import { ButtonLink } from "../ui/button-link";
import { EmptyState } from "../ui/empty-state";
import { late } from "../ui/late";
import type { AbortAction } from "./abort-button";
import { useOutcome } from "../offline/use-outcome";
import { useStep } from "./use-step";
import { useTyped } from "./use-typed";

// One of the three is seen at a time; the form comes as soon as the page is there, before anybody asks for it.
const FinalizeForm = late(() => import("./finalize-form").then((file) => file.FinalizeForm));
const SessionCard = late(() => import("./session-card").then((file) => file.SessionCard));
const ReceiptCard = late(() => import("./receipt-card").then((file) => file.ReceiptCard));

/** What the server knows of the session that the page's address names. */
export interface FoundSession {
  readonly session: SessionView;
  /** Of one that is finished. */
  readonly receipt: ReceiptView | null;
}

/**
 * One session by its booking: the card, the form that finishes it, or its receipt. Without network, or for a session
 * that was begun without, it is made of the kept queue and what was done on this phone.
 */
export function SessionScreen({
  found,
  queue,
  stations,
  abort,
}: {
  found: FoundSession | null;
  queue: QueueView;
  stations: readonly GateStation[];
  abort: AbortAction;
}) {
  const t = useTranslations("sessionCard");
  const booking = useSearchParams().get("booking") ?? "";
  const step = useStep(booking);
  const typed = useTyped(booking);
  const kept = useKeptQueue(queue);
  const { acts } = useActs();
  const now = useTicking(Date.parse(queue.serverTime));
  // Refused, it is there to be put right.
  useOutcome(booking, ({ kind }) => kind === "Finalize" && typed.forget());
  const isThere = kept.isReached !== null;
  useEffect(() => {
    // What does not come now is asked for when it is needed.
    if (isThere) FinalizeForm.ahead();
  }, [isThere]);
  const lists = queueOnPhone(kept.queue, acts);
  const waiting = lists.inProgress.find(({ bookingId }) => bookingId === booking);
  // A page that was kept for another session says nothing of this one.
  const known = found?.session.bookingId === booking ? found : null;
  if (known?.receipt) {
    return (
      <Framed title={known.session}>
        <ReceiptCard receipt={known.receipt} />
      </Framed>
    );
  }
  // Over, and nothing was billed.
  if (known && known.session.endedAt !== null)
    return <Over icon={CircleX} title={t("aborted")} text={t("overText")} />;
  const isOlder = known && kept.asOf <= Date.parse(queue.serverTime);
  const session =
    (isOlder ? onPhone(known.session, acts) : waiting) ?? (known && onPhone(known.session, acts));
  const suiting = waiting?.suitingConnectorIds ?? session?.suitingConnectorIds ?? [];
  if (!session) return <Over icon={CircleOff} title={t("unknown")} text={t("unknownText")} />;
  const station = stations.find(({ id }) => id === session.stationId);
  const free = station ? freeConnectors(station, kept.queue.inProgress, acts) : [];
  const isAway = kept.isReached === false;
  const isRunning = session.finishedAt === null;
  return (
    <Framed title={session} isUnsaved={isRunning && typed.isUnsaved}>
      {step.isFinishing && isRunning ? (
        <FinalizeForm
          session={session}
          draft={typed.draft}
          note={typed.note.trim()}
          isAway={isAway}
          onChange={(draft) => typed.type({ draft })}
          onNoted={() => typed.type({ note: "" })}
          onLeave={step.leave}
        />
      ) : (
        <SessionCard
          session={{ ...session, suitingConnectorIds: suiting }}
          now={now}
          free={isAway ? null : free}
          isAway={isAway}
          abort={abort}
          note={typed.note}
          onNoteTyped={(note) => typed.type({ note })}
          onFinish={step.finish}
        />
      )}
    </Framed>
  );
}

function Framed({
  title,
  isUnsaved = false,
  children,
}: {
  title: Pick<PhoneSession, "vehiclePlate" | "ownerName">;
  /** Whether something that was typed would be lost with the page. */
  isUnsaved?: boolean;
  children: ReactNode;
}) {
  const t = useTranslations("sessionCard");
  const { vehiclePlate, ownerName } = title;
  const name = ownerName ?? t("guest");
  useUnsavedWarning(isUnsaved);
  return (
    <div className="space-y-4 pb-20 lg:pb-0">
      <header>
        <h1 className="text-2xl font-semibold wrap-anywhere">{vehiclePlate ?? name}</h1>
        {vehiclePlate !== null && <p className="mt-1 text-ink-soft wrap-anywhere">{name}</p>}
      </header>
      {children}
    </div>
  );
}

/** Nothing is left to do here: where to go on. */
function Over({ icon, title, text }: { icon: typeof CircleX; title: string; text: string }) {
  const t = useTranslations("sessionCard");
  return (
    <>
      <h1 className="sr-only">{title}</h1>
      <EmptyState
        icon={icon}
        title={title}
        action={<ButtonLink href="/operator">{t("toToday")}</ButtonLink>}
      >
        {text}
      </EmptyState>
    </>
  );
}
