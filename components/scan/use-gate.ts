"use client";

import { useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";

import type { QueueView } from "@/lib/charging/queue/schema";

import { useGround, useGroundState } from "../offline/ground-context";
import { useKeptQueue } from "../offline/use-kept-queue";
import { Gate } from "./gate";

/** The gate of this page: where it stands, what can be done, and the queue that it knows codes by. */
export function useGate(
  initial: QueueView,
  awaitedId: string | null,
  onAnswer: (answer: "yes" | "no") => void,
) {
  const ground = useGround();
  const { acts } = useGroundState();
  const kept = useKeptQueue(initial);
  const [gate] = useState(() => new Gate(ground, initial, kept.refresh, awaitedId));
  const step = useSyncExternalStore(gate.subscribe, gate.step, gate.step);
  const hear = useEffectEvent(onAnswer);
  useEffect(() => gate.start((answer) => hear(answer)), [gate]);
  useEffect(() => gate.follow(awaitedId), [gate, awaitedId]);
  return { ...kept, acts, gate, step };
}

/** What the cards of the gate stand on. */
export type GateView = ReturnType<typeof useGate>;
