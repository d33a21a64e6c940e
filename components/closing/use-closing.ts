import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";

import type { ActionResult } from "@/lib/http/action";
import type { CloseDates, ClosingPreview, DatesClosed } from "@/lib/sites/schedules/schema";

import { orUnsent } from "../form/or-unsent";
import { useViewerField } from "../form/page-viewer";
import { toast } from "../ui/toast";

/** So many stations in one request. */
const atOnce = 5;

type Asked = CloseDates & { viewer?: string | undefined };

/** What looks at a closing, and what does it. */
export interface ClosingActions {
  readonly preview: (asked: Asked) => Promise<ActionResult<ClosingPreview>>;
  readonly close: (asked: Asked) => Promise<ActionResult<DatesClosed>>;
}

/** Looks at what closing hits, and closes; what was looked at is forgotten when something else is chosen. */
export function useClosing(actions: ClosingActions) {
  const t = useTranslations("closing");
  const router = useRouter();
  const [found, setFound] = useState<ClosingPreview | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const { through, inParts } = useParts(setRefusal);
  const forget = () => {
    setFound(null);
    setRefusal(null);
  };
  const preview = (asked: CloseDates) =>
    start(async () => {
      setRefusal(null);
      const parts = await inParts(asked, actions.preview);
      if (!parts) return;
      const bookings = parts.flatMap((part) => part.bookings);
      setFound({
        stations: parts.reduce((sum, { stations }) => sum + stations, 0),
        bookings: bookings.toSorted((one, other) => one.startsAt.localeCompare(other.startsAt)),
      });
    });
  const close = (asked: CloseDates, done: () => void) =>
    start(async () => {
      setRefusal(null);
      const parts = await inParts(asked, actions.close);
      router.refresh();
      // What stopped half-way is asked for again: those that are closed already stay as they are.
      if (!parts) return;
      const refused = parts.flatMap((part) => part.refused);
      const closed = parts.reduce((sum, part) => sum + part.closed, 0);
      done();
      if (closed > 0) toast(t("closed", { count: closed }));
      if (refused.length > 0) {
        setRefusal(t("refused", { names: refused.map(({ name }) => name).join(", ") }));
      }
    });
  return { found, refusal, pending, through, forget, preview, close };
}

/**
 * Asks for a few stations at a time: each lays out its slots anew, and who waits sees how far it is (`through`). Null
 * where it stopped, which is said.
 */
function useParts(refuse: (why: string) => void) {
  const ui = useTranslations("ui");
  const viewer = useViewerField();
  const [through, setThrough] = useState(0);
  const inParts = async <T>(
    asked: CloseDates,
    run: (part: Asked) => Promise<ActionResult<T>>,
  ): Promise<T[] | null> => {
    const parts: T[] = [];
    setThrough(0);
    for (let from = 0; from < asked.stationIds.length; from += atOnce) {
      const stationIds = asked.stationIds.slice(from, from + atOnce);
      // oxlint-disable-next-line no-await-in-loop -- one after the other, so that the server has other work in between
      const answer = await orUnsent(run({ ...asked, ...viewer, stationIds }));
      if (!answer?.ok) {
        refuse(answer?.message ?? ui("unsent"));
        return null;
      }
      parts.push(answer.data);
      setThrough(from + stationIds.length);
    }
    return parts;
  };
  return { through, inParts };
}
