"use client";

import { useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";

import type { QueueView } from "@/lib/charging/queue/schema";

import { useGround, useGroundState } from "../offline/ground-context";
import { useKeptQueue } from "../offline/use-kept-queue";
import { followedLink } from "../ui/followed-link";
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
  useEffect(() => {
    // The address may be plain already: then nothing of it changes.
    const follow = (event: MouseEvent) => {
      const link = followedLink(event);
      if (link?.pathname === window.location.pathname && link.search === "") gate.begin();
    };
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [gate]);
  /** Somebody else came: whoever was awaited is so no longer, and the address names them no more. */
  const leave = () => {
    gate.begin();
    const { pathname, search } = window.location;
    const query = new URLSearchParams(search);
    query.delete("booking");
    window.history.replaceState(null, "", query.size === 0 ? pathname : `${pathname}?${query}`);
  };
  return { ...kept, acts, gate, step, leave };
}

/** What the cards of the gate stand on. */
export type GateView = ReturnType<typeof useGate>;
