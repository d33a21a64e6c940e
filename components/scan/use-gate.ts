"use client";

import { useEffect, useEffectEvent, useState } from "react";

import type { QueuedArrival, QueueView } from "@/lib/charging/queue/schema";

import type { KeptAct } from "../offline/act";
import { useGround, useGroundState } from "../offline/ground-context";
import { readCode, recognize } from "../offline/recognize";
import { useActs } from "../offline/use-acts";
import { useKeptQueue } from "../offline/use-kept-queue";
import { askGate, type GateWishes, type Named } from "./ask-gate";
import { explain, type Explained } from "./why";

/** What was scanned or typed, and the arrival that this phone knows by it. */
export interface Seen {
  readonly named: Named;
  readonly arrival: QueuedArrival | null;
}

/** Where the gate stands. */
export type Step =
  | { readonly at: "Aim" }
  | { readonly at: "Asking" }
  /** A booking of the list, to be confirmed; `opensAt` where it is too early still. */
  | { readonly at: "Found"; readonly seen: Seen; readonly opensAt?: string }
  /** Confirmed, and what becomes of it is the act's to say. */
  | { readonly at: "Sent"; readonly seen: Seen; readonly key: string; readonly connector?: number }
  | {
      readonly at: "In";
      readonly name: string;
      readonly connector?: number;
      readonly bookingId: string;
    }
  | { readonly at: "No"; readonly explained: Explained; readonly seen: Seen | null };

/** What is done about a code, at a gate with or without network. */
export function useGate(initial: QueueView, onAnswer: (answer: "yes" | "no") => void) {
  const ground = useGround();
  const { isReached } = useGroundState();
  const kept = useKeptQueue(initial);
  const { acts, add, dismiss } = useActs();
  const [step, setStep] = useState<Step>({ at: "Aim" });
  /** The same for every try of one question to the server, so that it is done once. */
  const [askedWith, setAskedWith] = useState(() => crypto.randomUUID());

  const refuse = (explained: Explained, seen: Seen | null) => {
    onAnswer("no");
    setStep({ at: "No", explained, seen });
  };

  /** By the list that this phone has now, which may be newer than that which the screen was drawn with. */
  const known = async (text: string) => {
    const view = (ground.state().queue?.view as QueueView | undefined) ?? kept.queue;
    const { arrivals } = kept.asOf > (ground.state().queue?.at ?? 0) ? kept.queue : view;
    const used = new Set(acts.filter(isUsedHere).map(({ act }) => act.bookingId));
    return recognize(text, arrivals, { now: kept.now(), used });
  };

  const askServer = async (seen: Seen, wishes: GateWishes = {}) => {
    setStep({ at: "Asking" });
    const answer = await askGate(ground.viewer, askedWith, { ...seen.named, ...wishes });
    if (answer.kind === "No") {
      if (answer.refusal.code !== "scan.unanswered") setAskedWith(crypto.randomUUID());
      return refuse(explain(answer.refusal), seen);
    }
    setAskedWith(crypto.randomUUID());
    const { booking, connector } = answer.session;
    onAnswer("yes");
    void kept.refresh();
    return setStep({
      at: "In",
      name: booking.ownerName,
      connector: connector.number,
      bookingId: booking.id,
    });
  };

  /** Takes what was scanned or typed. */
  const take = async (text: string) => {
    const named = readCode(text);
    if (!named) return refuse(explain({ code: "qr.bad_signature" }), null);
    let found = await known(text);
    if (found.kind === "Unknown" && isReached !== false) {
      setStep({ at: "Asking" });
      await kept.refresh();
      found = await known(text);
    }
    const arrival = "arrival" in found ? found.arrival : null;
    const seen = { named, arrival };
    if (found.kind === "Arrival" || found.kind === "Early") {
      const isEarly = found.kind === "Early";
      onAnswer(isEarly ? "no" : "yes");
      return setStep({ at: "Found", seen, ...(isEarly && { opensAt: found.arrival.opensAt }) });
    }
    if (found.kind === "Used")
      return refuse({ why: { name: "usedHere" }, ways: ["session"] }, seen);
    if (isReached !== false) return askServer(seen);
    if (!arrival) return refuse({ why: { name: "unknownHere" }, ways: [] }, seen);
    const { closesAt: closedAt, timeZone } = arrival;
    return refuse(explain({ code: "qr.expired", details: { closedAt, timeZone } }), seen);
  };

  /** Lets the car in: by the phone's acts where the booking is known here, else by the server alone. */
  const letIn = async (seen: Seen, { number, ...wishes }: GateWishes & { number?: number }) => {
    const { arrival, named } = seen;
    if (!arrival) return askServer(seen, wishes);
    const { id: bookingId, number: bookingNumber, stationId } = arrival;
    const head = { bookingId, number: bookingNumber, stationId };
    const key = await add({ kind: "CheckIn", ...head, ...named, ...wishes });
    return setStep({ at: "Sent", seen, key, ...(number !== undefined && { connector: number }) });
  };

  const sent = step.at === "Sent" ? acts.find(({ act }) => act.key === step.key) : undefined;
  const settle = useEffectEvent((one: KeptAct) => {
    if (step.at !== "Sent" || one.state === "Waiting") return;
    if (one.state === "Refused") {
      refuse(explain(one.refusal ?? { code: "scan.unanswered" }), step.seen);
      void dismiss(step.key);
      void kept.refresh();
      return;
    }
    onAnswer("yes");
    void kept.refresh();
    const { ownerName: name = "" } = step.seen.arrival ?? {};
    const { connector } = step;
    setStep({ at: "In", name, bookingId: one.act.bookingId, connector });
  });
  useEffect(() => {
    if (sent) settle(sent);
  }, [sent]);

  return {
    ...kept,
    acts,
    step,
    take,
    letIn,
    /** Back to the booking that was found, as to choose another connector. */
    choose: (seen: Seen) => setStep({ at: "Found", seen }),
    aim: () => setStep({ at: "Aim" }),
  };
}

const isUsedHere = ({ act, state }: KeptAct) => act.kind === "CheckIn" && state === "Waiting";
