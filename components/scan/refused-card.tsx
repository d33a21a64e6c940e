"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";

import { hourMs } from "@/lib/core/durations";

import { useNeedWords } from "../station/need-words";
import { usePlaceWords } from "../station/place-groups";
import { Button } from "../ui/button";
import { ButtonLink } from "../ui/button-link";
import { AnswerCard } from "./answer-card";
import { ArrivalFacts } from "./arrival-facts";
import type { Step } from "./gate-step";
import { OverrideDialog } from "./override-dialog";
import { bookingOfToken } from "./read-token";
import { sayWhy } from "./say-why";
import type { GateView } from "./use-gate";
import { WaitToOpen } from "./wait-to-open";

/** Why a car is not let in, in plain words, and what can be done. */
export function RefusedCard({
  step: { explained, seen, awaited },
  view: { gate, now },
}: {
  step: Extract<Step, { at: "No" }>;
  view: GateView;
}) {
  const t = useTranslations("scan");
  const format = useFormatter();
  const places = usePlaceWords();
  const need = useNeedWords();
  const [isAsking, setAsking] = useState(false);
  const { why, ways } = explained;
  const can = (way: (typeof ways)[number]) => ways.includes(way);
  const waits = why.name === "early" && Date.parse(why.opensAt) - now() <= hourMs;
  const { title, text } = sayWhy(why, { t, format, places, need, now: now() });
  const token = seen && "qr" in seen.named ? seen.named.qr : "";
  const session = seen?.arrival?.id ?? bookingOfToken(token);
  const { stationId = "", vehiclePlate } = seen?.arrival ?? {};
  const walkUp = new URLSearchParams({
    ...(stationId && { stationId }),
    ...(vehiclePlate && { plate: vehiclePlate }),
  });
  /** Nothing else is to be done first: the next driver is. */
  const isFirst = !seen || !(can("again") || (can("connector") && seen.arrival) || waits);
  return (
    <>
      <AnswerCard
        kind={why.name === "early" ? "soon" : "no"}
        title={title}
        lead={text}
        actions={
          <>
            {can("again") && seen && (
              <Button size="lg" onClick={() => void gate.letIn(seen, {})}>
                {t("again")}
              </Button>
            )}
            {can("connector") && seen?.arrival && (
              <Button size="lg" onClick={() => gate.choose(seen)}>
                {t("otherConnector")}
              </Button>
            )}
            {waits && seen && (
              <WaitToOpen
                opensAt={why.opensAt}
                now={now}
                onOpen={() => void gate.letIn(seen, {})}
              />
            )}
            <Button size="lg" look={isFirst ? "primary" : "secondary"} onClick={gate.aim}>
              {awaited ? t("stop") : t("next")}
            </Button>
            {can("session") && session && (
              <ButtonLink size="lg" look="secondary" href={`/operator/session?booking=${session}`}>
                {t("openSession")}
              </ButtonLink>
            )}
            {can("search") && (
              <ButtonLink size="lg" look="secondary" href="/operator/search">
                {t("findBooking")}
              </ButtonLink>
            )}
            {why.name === "notAwaited" && (
              <ButtonLink
                size="lg"
                look="secondary"
                href={`/operator/search?${new URLSearchParams({ q: why.number })}`}
              >
                {t("seeBooking")}
              </ButtonLink>
            )}
            {can("walkUp") && (
              <ButtonLink size="lg" look="secondary" href={`/operator/walk-up?${walkUp}`}>
                {t("walkUp")}
              </ButtonLink>
            )}
            {can("override") && seen && (
              <Button
                size="lg"
                look="secondary"
                aria-haspopup="dialog"
                onClick={() => setAsking(true)}
              >
                {t("override")}
              </Button>
            )}
          </>
        }
      >
        {seen?.arrival && <ArrivalFacts arrival={seen.arrival} />}
      </AnswerCard>
      {seen && (
        <OverrideDialog
          open={isAsking}
          onOpenChange={setAsking}
          onReason={(reason) => {
            setAsking(false);
            void gate.letIn(seen, { override: { reason } });
          }}
        />
      )}
    </>
  );
}
