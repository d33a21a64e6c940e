"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";

import type { QueueView } from "@/lib/charging/queue/schema";
import type { CheckedIn, StartWalkUp } from "@/lib/charging/sessions/schema";

import { useGround, useGroundState } from "../offline/ground-context";
import { useKeptQueue } from "../offline/use-kept-queue";
import { AnswerCard } from "../scan/answer-card";
import { askWalkUp, type GateAnswer } from "../scan/ask-gate";
import { useConnectorWords } from "../scan/connector-choice";
import type { GateStation } from "../scan/free-connectors";
import { PageHead } from "../shell/page-head";
import { useClock } from "../ui/use-clock";
import { Button } from "../ui/button";
import { ButtonLink } from "../ui/button-link";
import { Notice } from "../ui/notice";
import { useSingleTaps } from "../ui/use-single-taps";
import { WalkUpForm } from "./walk-up-form";

type No = Extract<GateAnswer, { kind: "No" }>;

/** A free place for a car that nobody booked for: who it is, and where it stands. */
export function WalkUpScreen({
  initial,
  stations,
  plate,
}: {
  initial: QueueView;
  stations: readonly GateStation[];
  /** Of the car, where the address says it already. */
  plate?: string;
}) {
  const t = useTranslations("walkUp");
  const ground = useGround();
  const { acts, isReached } = useGroundState();
  const { queue, refresh } = useKeptQueue(initial);
  const [session, setSession] = useState<CheckedIn | null>(null);
  const [refused, setRefused] = useState<No | null>(null);
  const [isPending, setPending] = useState(false);
  const screen = useRef<HTMLDivElement>(null);
  useSingleTaps(screen, session ? "Given" : "Asked");
  /** The same for every try until there is an answer: a car that is let in twice is let in once. */
  const [key, setKey] = useState(() => crypto.randomUUID());

  const send = async (walkUp: StartWalkUp) => {
    setPending(true);
    const answer = await askWalkUp(ground.viewer, key, walkUp);
    setPending(false);
    const isUnanswered = answer.kind === "No" && answer.refusal.code === "scan.unanswered";
    if (!isUnanswered) setKey(crypto.randomUUID());
    void refresh();
    setRefused(answer.kind === "No" ? answer : null);
    if (answer.kind === "In") setSession(answer.session);
  };

  return (
    <div ref={screen} className="mx-auto max-w-xl">
      <PageHead title={t("title")} lead={!session && t("lead")} />
      {session ? (
        <Given session={session} stations={stations} onNext={() => setSession(null)} />
      ) : (
        <WalkUpForm
          stations={stations}
          charging={queue.inProgress}
          acts={acts}
          plate={plate}
          refused={refused}
          isAway={isReached === false}
          isPending={isPending}
          onSend={(walkUp) => void send(walkUp)}
        />
      )}
    </div>
  );
}

function Given({
  session,
  stations,
  onNext,
}: {
  session: CheckedIn;
  stations: readonly GateStation[];
  onNext: () => void;
}) {
  const t = useTranslations("walkUp");
  const words = useConnectorWords();
  const { booking, connector, timeZone } = session;
  const clock = useClock(timeZone);
  const closesAt = stations
    .flatMap(({ connectors }) => connectors)
    .find(({ id }) => id === connector.id)?.closesAt;
  return (
    <AnswerCard
      kind="yes"
      title={t("done", { number: connector.number })}
      lead={booking.ownerName ?? booking.vehiclePlate}
      actions={
        <>
          <Button size="lg" onClick={onNext}>
            {t("another")}
          </Button>
          <ButtonLink
            size="lg"
            look="secondary"
            href={`/operator/session?booking=${session.bookingId}`}
          >
            {t("openSession")}
          </ButtonLink>
        </>
      }
    >
      <p className="text-ink-soft">
        {t("doneText", {
          connector: words(connector),
          booking: booking.number,
        })}
      </p>
      {closesAt !== undefined && (
        <Notice kind="warning">{t("closes", { time: clock(closesAt) })}</Notice>
      )}
    </AnswerCard>
  );
}
