"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

import { PendingBadge } from "../offline/pending-badge";
import { Button } from "../ui/button";
import { ButtonLink } from "../ui/button-link";
import { AnswerCard } from "./answer-card";
import { ArrivalFacts } from "./arrival-facts";
import type { Step } from "./gate-step";
import type { GateView } from "./use-gate";

/** How long one waits for the server's answer before the phone says that it keeps the check-in, in milliseconds. */
const patience = 2_500;

interface CardProps {
  readonly view: GateView;
}

/** A check-in that is under way, or kept until there is network. */
export function SentCard({
  step: { seen, key, connector },
  view,
}: CardProps & { step: Extract<Step, { at: "Sent" }> }) {
  const t = useTranslations("scan");
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), patience);
    return () => clearTimeout(timer);
  }, []);
  const { arrival } = seen;
  if (!arrival) return null;
  const isKept = key !== null && (isLong || view.isReached === false);
  return (
    <AnswerCard
      kind={isKept ? "kept" : "soon"}
      title={isKept ? t("kept") : t("sending")}
      lead={inWords(t, arrival.ownerName ?? arrival.number, connector)}
      actions={<Onward gate={view.gate} bookingId={arrival.id} />}
    >
      {isKept && (
        <div className="space-y-3 text-sm">
          <PendingBadge />
          <p>{t("keptText")}</p>
        </div>
      )}
      <ArrivalFacts arrival={arrival} />
    </AnswerCard>
  );
}

/** A car that is in. */
export function CheckedInCard({
  step: { name, connector, bookingId },
  view,
}: CardProps & { step: Extract<Step, { at: "In" }> }) {
  const t = useTranslations("scan");
  return (
    <AnswerCard
      kind="yes"
      title={t("done")}
      lead={inWords(t, name, connector)}
      actions={<Onward gate={view.gate} bookingId={bookingId} />}
    />
  );
}

function inWords(
  t: ReturnType<typeof useTranslations<"scan">>,
  name: string,
  connector: number | undefined,
) {
  return connector === undefined
    ? t("doneAny", { name })
    : t("doneOn", { name, number: connector });
}

function Onward({ gate, bookingId }: { gate: GateView["gate"]; bookingId: string }) {
  const t = useTranslations("scan");
  return (
    <>
      <Button size="lg" onClick={gate.aim}>
        {t("next")}
      </Button>
      <ButtonLink look="secondary" size="lg" href={`/operator/session?booking=${bookingId}`}>
        {t("openSession")}
      </ButtonLink>
    </>
  );
}
