import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";

import type { ActionResult } from "@/lib/http/action";
import type { CloseDates, ClosingPreview, DatesSet } from "@/lib/sites/schedules/schema";

import { toast } from "../ui/toast";
import { type Asked, useParts } from "./use-parts";

/** What looks at a closing, and what does it. */
export interface ClosingActions {
  readonly preview: (asked: Asked) => Promise<ActionResult<ClosingPreview>>;
  readonly close: (asked: Asked) => Promise<ActionResult<DatesSet>>;
}

/** Looks at what closing hits, and closes; what was looked at is forgotten when something else is chosen. */
export function useClosing(actions: ClosingActions) {
  const t = useTranslations("closing");
  const router = useRouter();
  const [found, setFound] = useState<ClosingPreview | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const { through, inParts } = useParts();
  const forget = () => {
    setFound(null);
    setRefusal(null);
  };
  const preview = (asked: CloseDates) =>
    start(async () => {
      setRefusal(null);
      const { parts, stopped } = await inParts(asked, actions.preview);
      if (stopped !== null) return setRefusal(stopped);
      const bookings = parts.flatMap((part) => part.bookings);
      setFound({
        stations: parts.reduce((sum, { stations }) => sum + stations, 0),
        unchanged: parts.reduce((sum, { unchanged }) => sum + unchanged, 0),
        bookings: bookings.toSorted((one, other) => one.startsAt.localeCompare(other.startsAt)),
      });
    });
  const close = (asked: CloseDates, done: () => void) =>
    start(async () => {
      setRefusal(null);
      const { parts, stopped } = await inParts(asked, actions.close);
      router.refresh();
      const refused = parts.flatMap((part) => part.refused);
      const closed = parts.reduce((sum, { stations }) => sum + stations, 0);
      // What stopped half-way is asked for again: those that are closed already stay as they are.
      if (stopped !== null) {
        const all = asked.stationIds.length;
        return setRefusal(closed > 0 ? t("stopped", { closed, all, why: stopped }) : stopped);
      }
      done();
      if (closed > 0) toast(t("closed", { count: closed }));
      if (refused.length > 0) {
        setRefusal(t("refused", { names: refused.map(({ name }) => name).join(", ") }));
      }
    });
  return { found, refusal, pending, through, forget, preview, close };
}
