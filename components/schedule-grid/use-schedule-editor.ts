"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import {
  type Dispatch,
  useEffect,
  useEffectEvent,
  useReducer,
  useState,
  useTransition,
} from "react";

import type { ActionResult } from "@/lib/http/action";
import type { SchedulePreview, ScheduleView, SetScheduleInput } from "@/lib/sites/schedules/schema";

import { useViewerField } from "../form/page-viewer";
import { useUnsavedWarning } from "../form/use-unsaved-warning";
import { toast } from "../ui/toast";
import { saySame } from "./compare-drafts";
import { bodyOf, type Draft, draftOf } from "./draft";
import { beginEditing, editorAfter, type EditorEvent } from "./editor-state";
import { useFocusAfter } from "./use-focus-after";

interface WholeSchedule {
  readonly stationId: string;
  readonly schedule: SetScheduleInput;
}

/** What the editor asks of the server. */
export interface ScheduleActions {
  readonly preview: (input: WholeSchedule) => Promise<ActionResult<SchedulePreview>>;
  readonly save: (input: WholeSchedule) => Promise<ActionResult<ScheduleView>>;
}

/**
 * A station's schedule as a draft. `schedule` is what the server last sent: where it is newer than what the draft
 * began with, it comes into all that the draft has not changed. `asOf` is when the page was made: a preview that is
 * shown is asked for again with each. Where there is a page that is `next`, saving leads there.
 */
export function useScheduleEditor(
  schedule: ScheduleView,
  asOf: string,
  actions: ScheduleActions,
  next?: string,
) {
  const [state, dispatch] = useReducer(editorAfter, schedule, beginEditing);
  const [pending, start] = useTransition();
  const viewer = useViewerField();
  const { draft, base } = state;
  const { stationId } = schedule;
  const preview = state.preview?.of === draft ? state.preview.data : null;
  const isChanged = !saySame(draft, draftOf(base));
  const ask = useAsking(draft, dispatch);
  const askPreview = () => actions.preview({ stationId, schedule: bodyOf(draft) });
  const foretell = async () => {
    const data = await ask(askPreview());
    if (data) dispatch({ type: "previewed", of: draft, data });
    return data;
  };
  const body = { ...bodyOf(draft), ifUpdatedAt: base.updatedAt };
  const saving = useSaving({
    draft,
    next,
    foretell,
    send: () => ask(actions.save({ ...viewer, stationId, schedule: body })),
    onSaved: (saved) => dispatch({ type: "saved", sent: draft, schedule: saved }),
  });
  if (schedule !== state.seen) dispatch({ type: "arrived", schedule });
  useUnsavedWarning(isChanged);
  useRefresh(asOf, async () => {
    if (!preview) return;
    // A refresh that fails is no news: what is shown was true a moment ago.
    const answer = await askPreview().catch(() => null);
    if (answer?.ok) dispatch({ type: "previewed", of: draft, data: answer.data });
  });
  return {
    ...state,
    preview,
    isChanged,
    pending: pending || saving.pending,
    asking: saving.asking,
    change: (next: Draft) => dispatch({ type: "changed", draft: next }),
    choose: (date: string | null) => dispatch({ type: "chose", date }),
    discard: () => dispatch({ type: "discarded" }),
    showPreview: () => start(async () => void (await foretell())),
    save: () => saving.save(false),
    agree: saving.agree,
    stopAsking: saving.stopAsking,
  };
}

/** Asks the server; what it refuses, or never hears, is said, and the draft stays. */
function useAsking(draft: Draft, dispatch: Dispatch<EditorEvent>) {
  const t = useTranslations("scheduleEditor");
  const router = useRouter();
  const focusAfter = useFocusAfter();
  return async <T>(question: Promise<ActionResult<T>>): Promise<T | null> => {
    const answer = await question.catch(() => null);
    if (answer?.ok) return answer.data;
    if (!answer) {
      dispatch({ type: "unsent", message: t("notSent") });
      return null;
    }
    if (answer.errors.length > 0) focusAfter("[data-schedule] [aria-invalid=true]");
    dispatch({ type: "refused", sent: draft, answer });
    // Theirs come into the draft, where it is as it was.
    if (answer.code === "schedule.changed") router.refresh();
    return null;
  };
}

/** Saves a draft, and asks before that where bookings would newly be in conflict. */
function useSaving({
  draft,
  next,
  foretell,
  send,
  onSaved,
}: {
  draft: Draft;
  /** Where saving leads on. */
  next: string | undefined;
  foretell: () => Promise<SchedulePreview | null>;
  send: () => Promise<ScheduleView | null>;
  onSaved: (saved: ScheduleView) => void;
}) {
  const t = useTranslations("scheduleEditor");
  const router = useRouter();
  const [asking, setAsking] = useState<{ of: Draft; preview: SchedulePreview } | null>(null);
  const [pending, start] = useTransition();
  const save = (isAgreed: boolean) =>
    start(async () => {
      const foretold = isAgreed ? null : await foretell();
      if (foretold?.conflicts.some(({ isFlagged }) => !isFlagged)) {
        return setAsking({ of: draft, preview: foretold });
      }
      const saved = isAgreed || foretold ? await send() : null;
      setAsking(null);
      if (!saved) return;
      onSaved(saved);
      toast(t("saved"));
      if (next) router.push(next);
      else router.refresh();
    });
  return {
    pending,
    asking: asking?.preview ?? null,
    save,
    /** Yes to the conflicts that were listed; another draft's are asked about anew. */
    agree: () => save(asking?.of === draft),
    stopAsking: () => setAsking(null),
  };
}

/** Does it again whenever the page is made anew. */
function useRefresh(asOf: string, refresh: (asOf: string) => Promise<void>): void {
  const again = useEffectEvent(refresh);
  useEffect(() => void again(asOf), [asOf]);
}
