"use client";

import { useEffect, useRef, useState } from "react";

import type { SchedulePreview } from "@/lib/sites/schedules/schema";

import type { Answer } from "./use-schedule-editor";

export type PreviewHoldAction = (input: unknown) => Promise<Answer<SchedulePreview>>;

/** What is known of a hold that is being typed; null where the server could not be asked. */
export type Foretold = SchedulePreview | "nothing" | "asked" | "unknown";

/** Milliseconds without another key, after which the server is asked. */
const pause = 400;

/** Asks what a hold would take while it is being typed; the latest answer alone counts. */
export function useHoldPreview(preview: PreviewHoldAction) {
  const [foretold, setForetold] = useState<Foretold>("nothing");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const turn = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);

  const ask = async (input: unknown) => {
    const mine = turn.current;
    const answer = await preview(input).catch(() => null);
    if (mine !== turn.current) return;
    if (!answer) setForetold("unknown");
    // What is not right yet is said when it is sent.
    else setForetold(answer.ok ? answer.data : "nothing");
  };
  const foretell = (input: Readonly<Record<string, unknown>>) => {
    turn.current += 1;
    clearTimeout(timer.current);
    if (!input.startsAt || !input.endsAt) return setForetold("nothing");
    setForetold("asked");
    timer.current = setTimeout(() => void ask(input), pause);
  };
  return { foretold, foretell };
}
