import { useCallback, useEffect, useRef, useState } from "react";

import type { SessionPreview } from "@/lib/charging/sessions/schema";

import { type ApiAnswer, useApi } from "../queue/use-api";

/** How long typing rests before the total is asked for, in milliseconds. */
const restMs = 300;
/** How often it is asked for again while nobody types: time costs, too. */
const againMs = 30_000;

/**
 * What finalizing would come to, as it is typed, null before the first answer; and how to ask at once. The answer to
 * the latest question alone is shown. `said` is the input as JSON.
 */
export function usePreview(sessionId: string | null, said: string) {
  const api = useApi();
  const [answer, setAnswer] = useState<ApiAnswer<SessionPreview> | null>(null);
  const latest = useRef(0);
  const ask = useCallback(async () => {
    if (sessionId === null) return null;
    latest.current += 1;
    const question = latest.current;
    const body = JSON.parse(said) as object;
    const heard = await api<SessionPreview>("POST", `/sessions/${sessionId}/preview`, body);
    if (latest.current === question) setAnswer(heard);
    return heard;
  }, [api, sessionId, said]);
  useEffect(() => {
    const first = setTimeout(() => void ask(), restMs);
    const again = setInterval(() => void ask(), againMs);
    return () => {
      clearTimeout(first);
      clearInterval(again);
    };
  }, [ask]);
  return { answer, ask };
}
