"use client";

import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useSyncExternalStore } from "react";

import type { QueueView } from "@/lib/charging/queue/schema";

import { LiveLine } from "../live/live-line";
import { PageHead } from "../shell/page-head";
import { cn } from "../ui/class-names";
import { late } from "../ui/late";
import { Spinner } from "../ui/spinner";
import { useSingleTaps } from "../ui/use-single-taps";
import { AwaitedCard, AwaitedGone } from "./awaited-card";
import { CameraView } from "./camera-view";
import { CodeForm } from "./code-form";
import type { GateStation } from "./free-connectors";
import { keepChoice, keptChoice, onChoice } from "../ui/kept-choice";
import type { Step } from "./gate-step";
import { signal } from "./signal";
import { useGate } from "./use-gate";

// What is said of a code comes after the camera, while the first car is still on its way (`useWarm`).
const checkedIn = () => import("./checked-in-card");
const FoundCard = late(() => import("./found-card").then((file) => file.FoundCard), <Spinner />);
const SentCard = late(() => checkedIn().then((file) => file.SentCard), <Spinner />);
const CheckedInCard = late(() => checkedIn().then((file) => file.CheckedInCard), <Spinner />);
const RefusedCard = late(
  () => import("./refused-card").then((file) => file.RefusedCard),
  <Spinner />,
);

const readMuted = () => keptChoice("baybook.muted") === "yes";

/** What changes who is to come, by the beginnings of event types. */
const heard = ["booking.", "session.", "station.", "qr."];

/** The gate on a phone: a code is seen, and a moment later it is said who comes and where they go, or why not. */
export function ScanScreen({
  initial,
  stations,
}: {
  initial: QueueView;
  stations: readonly GateStation[];
}) {
  const t = useTranslations("scan");
  const isMuted = useSyncExternalStore(onChoice, readMuted, () => false);
  const awaitedId = useSearchParams().get("booking");
  const view = useGate(initial, awaitedId, (answer) => signal(answer, isMuted));
  const { step, gate } = view;
  useWarm(view.isReached !== null);
  const screen = useRef<HTMLDivElement>(null);
  useSingleTaps(screen, step.at === "Aim" ? `Aim ${step.awaited?.id ?? ""}` : step.at);
  const isAiming = step.at === "Aim";
  /** Something stands above the camera, and the field for the code is to be in sight all the same. */
  const isTight = isAiming && Boolean(step.awaited ?? step.gone);
  const typed = typedOf(step);
  return (
    <div ref={screen} className="mx-auto max-w-xl">
      {/* The queue alone: a page that is made anew while the network goes is none any more, and a car stands at the gate. */}
      <LiveLine of={heard} since={Date.parse(initial.serverTime)} refresh={view.refresh} />
      <PageHead title={t("title")} lead={isAiming && !isTight && t("lead")} isTight={isTight} />
      <div aria-live="polite">
        {isAiming && step.awaited && (
          <AwaitedCard
            key={step.awaited.id}
            arrival={step.awaited}
            now={view.now}
            onLeave={view.leave}
          />
        )}
        {isAiming && step.gone && <AwaitedGone gone={step.gone} />}
      </div>
      <CameraView
        isOn={isAiming}
        isLow={isTight}
        isMuted={isMuted}
        onMute={(next) => keepChoice("baybook.muted", next ? "yes" : "no")}
        onText={(text) => void gate.take(text)}
      />
      <div className={cn("space-y-5", isAiming && "mt-5")}>
        {step.at === "Asking" && (
          <output className="flex items-center gap-2 py-8 text-lg">
            <Spinner />
            {t("checking")}
          </output>
        )}
        {step.at === "Found" && <FoundCard step={step} view={view} stations={stations} />}
        {step.at === "Sent" && <SentCard step={step} view={view} />}
        {step.at === "In" && <CheckedInCard step={step} view={view} />}
        {step.at === "No" && <RefusedCard step={step} view={view} />}
        {typed !== null && (
          <CodeForm
            key={typed}
            typed={typed}
            isShort={isAiming && step.typed !== undefined}
            onShort={gate.miss}
            onCode={(code) => void gate.take(code)}
          />
        )}
        {isAiming && view.isReached === false && (
          <p className="text-sm text-ink-soft">{t("offlineText")}</p>
        )}
      </div>
    </div>
  );
}

/** What was typed and is to be put right, empty where nothing was; null where no code is asked for. */
function typedOf(step: Step): string | null {
  if (step.at === "Aim") return step.typed ?? "";
  if (step.at !== "No" || !step.explained.ways.includes("search")) return null;
  const { why } = step.explained;
  if (why.name === "unknownNumber") return why.number;
  return step.seen && "code" in step.seen.named ? step.seen.named.code : "";
}

/** Loads what will be said once the page itself is there, so that nobody at the gate waits for it. */
function useWarm(isThere: boolean): void {
  useEffect(() => {
    if (!isThere) return;
    // What does not come now is asked for when it is needed.
    for (const card of [FoundCard, SentCard, CheckedInCard, RefusedCard]) card.ahead();
  }, [isThere]);
}
