import { useTranslations } from "next-intl";
import { useState } from "react";

import type { ActionResult } from "@/lib/http/action";
import type { CloseDates } from "@/lib/sites/schedules/schema";

import { orUnsent } from "../form/or-unsent";
import { useViewerField } from "../form/page-viewer";

/** So many stations in one request. */
const atOnce = 5;

/** What a request says of some of the stations. */
export type Asked = CloseDates & { viewer?: string | undefined };

/**
 * Asks for a few stations at a time: each lays out its slots anew, and who waits sees how far it is (`through`).
 * `stopped` says why it went no further; `parts` are what was answered until then.
 */
export function useParts() {
  const ui = useTranslations("ui");
  const viewer = useViewerField();
  const [through, setThrough] = useState(0);
  const inParts = async <T>(
    asked: CloseDates,
    run: (part: Asked) => Promise<ActionResult<T>>,
  ): Promise<{ readonly parts: readonly T[]; readonly stopped: string | null }> => {
    const parts: T[] = [];
    setThrough(0);
    for (let from = 0; from < asked.stationIds.length; from += atOnce) {
      const stationIds = asked.stationIds.slice(from, from + atOnce);
      // oxlint-disable-next-line no-await-in-loop -- one after the other, so that the server has other work in between
      const answer = await orUnsent(run({ ...asked, ...viewer, stationIds }));
      if (!answer?.ok) return { parts, stopped: answer?.message ?? ui("unsent") };
      parts.push(answer.data);
      setThrough(from + stationIds.length);
    }
    return { parts, stopped: null };
  };
  return { through, inParts };
}
