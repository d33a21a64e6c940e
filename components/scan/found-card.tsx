"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";

import { minuteMs } from "@/lib/core/durations";

import { useNeedWords } from "../station/need-words";
import { usePlaceWords } from "../station/place-groups";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { AnswerCard } from "./answer-card";
import { ArrivalFacts } from "./arrival-facts";
import { ConnectorChoice } from "./connector-choice";
import { freeConnectors, type GateStation, proposed } from "./free-connectors";
import type { Step } from "./gate-step";
import { sayLeft, sayWhy } from "./say-why";
import type { GateView } from "./use-gate";
import { useSeconds } from "./use-seconds";
import { WaitToOpen } from "./wait-to-open";

/** A booking that is to be let in: who, when, on which connector; before its time, how long still. */
export function FoundCard({
  step: { seen, opensAt, awaited },
  view: { gate, queue, acts, now: serverNow },
  stations,
}: {
  step: Extract<Step, { at: "Found" }>;
  view: GateView;
  stations: readonly GateStation[];
}) {
  const t = useTranslations("scan");
  const format = useFormatter();
  const places = usePlaceWords();
  const need = useNeedWords();
  const now = useSeconds(serverNow);
  const [chosen, choose] = useState<string>();
  const { arrival } = seen;
  if (!arrival) return null;

  const { timeZone, suitingConnectorIds: suiting, standard, minPowerKw } = arrival;
  const station = stations.find(({ id }) => id === arrival.stationId);
  const free = station ? freeConnectors(station, queue.inProgress, acts) : [];
  const connector = proposed(free, chosen, suiting);
  const checkIn = () =>
    void gate.letIn(seen, connector ? { connectorId: connector.id, number: connector.number } : {});
  const name = arrival.ownerName ?? arrival.number;
  const lateBy = now - Date.parse(arrival.startsAt);
  const isEarly = opensAt !== undefined && Date.parse(opensAt) > now;
  const wording = { t, format, places, need, now };
  const early =
    opensAt === undefined ? null : sayWhy({ name: "early", opensAt, timeZone }, wording);
  const isUnfit = free.length > 0 && !free.some(({ id }) => suiting.includes(id));
  const noneSuits = isUnfit && sayWhy({ name: "noneSuits", free, standard, minPowerKw }, wording);
  return (
    <AnswerCard
      kind={isEarly || isUnfit ? "soon" : "yes"}
      title={isEarly && early ? early.title : name}
      lead={early?.text ?? (lateBy > minuteMs && t("late", { by: sayLeft(lateBy, t) }))}
      actions={
        <>
          {opensAt === undefined ? (
            <Button size="lg" onClick={checkIn}>
              {connector ? t("checkInHere", { number: connector.number }) : t("checkIn")}
            </Button>
          ) : (
            <WaitToOpen opensAt={opensAt} now={serverNow} onOpen={checkIn} />
          )}
          <Button look="secondary" onClick={gate.aim}>
            {t("stop")}
          </Button>
        </>
      }
    >
      {awaited && (
        <Notice kind="warning">
          {t("notTheAwaited", { awaited: awaited.ownerName ?? awaited.number })}
        </Notice>
      )}
      {isEarly && <p className="text-lg font-semibold">{name}</p>}
      <ArrivalFacts arrival={arrival} />
      {noneSuits && (
        <Notice kind="warning" title={noneSuits.title}>
          {noneSuits.text}
        </Notice>
      )}
      <ConnectorChoice
        free={free}
        timeZone={timeZone}
        value={connector}
        suits={({ id }) => suiting.includes(id)}
        onChange={choose}
      />
    </AnswerCard>
  );
}
