"use client";

import { useEffect, useRef, useState } from "react";

import type { ActionResult } from "@/lib/http/action";
import type { FormOf } from "@/lib/http/form-body";
import type { LocalHold, SchedulePreview } from "@/lib/sites/schedules/schema";

/** A hold that is being typed, perhaps in the place of one that is set. */
type DraftHold = FormOf<
  Omit<LocalHold, "reason"> & { readonly stationId: string; readonly holdId?: string }
>;
export type PreviewHoldAction = (form: DraftHold) => Promise<ActionResult<SchedulePreview>>;

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

  const ask = async (form: DraftHold) => {
    const mine = turn.current;
    const answer = await preview(form).catch(() => null);
    if (mine !== turn.current) return;
    if (!answer) setForetold("unknown");
    // What is not right yet is said when it is sent.
    else setForetold(answer.ok ? answer.data : "nothing");
  };
  const askPreviewOf = (form: DraftHold) => {
    turn.current += 1;
    clearTimeout(timer.current);
    if (!form.get("startsAt") || !form.get("endsAt")) return setForetold("nothing");
    setForetold("asked");
    timer.current = setTimeout(() => void ask(form), pause);
  };
  return { foretold, askPreviewOf };
}
