import type { SchedulePreview, ScheduleView } from "@/lib/sites/schedules/schema";

import { mergeDrafts, saySame } from "./compare-drafts";
import { type Draft, draftOf } from "./draft";
import { type Fault, faultsOf, remainingFaults } from "./faults";

/** Why the server did not do it, or that it was never asked. */
export interface Refusal {
  readonly code?: string;
  readonly message: string;
  readonly faults: readonly Fault[];
}

export interface EditorState {
  /** The schedule as it was last read; a draft that says otherwise is a change. */
  readonly base: ScheduleView;
  /** The page's, so that a newer one is noticed. */
  readonly seen: ScheduleView;
  readonly draft: Draft;
  readonly refusal: Refusal | null;
  /** What the server foretold, and of which draft. */
  readonly preview: { readonly of: Draft; readonly data: SchedulePreview } | null;
  /** Somebody else saved meanwhile: which parts both changed, or that nothing was drafted. */
  readonly elsewhere: { readonly drafted: boolean; readonly clashes: readonly string[] } | null;
  /** The date that is open in the calendar. */
  readonly chosen: string | null;
}

export type EditorEvent =
  | { readonly type: "changed"; readonly draft: Draft }
  | { readonly type: "discarded" }
  | { readonly type: "chose"; readonly date: string | null }
  | { readonly type: "previewed"; readonly of: Draft; readonly data: SchedulePreview }
  | { readonly type: "unsent"; readonly message: string }
  | {
      readonly type: "refused";
      readonly sent: Draft;
      readonly answer: {
        readonly code: string;
        readonly message: string;
        readonly errors: readonly { readonly field: string; readonly message: string }[];
      };
    }
  | { readonly type: "saved"; readonly sent: Draft; readonly schedule: ScheduleView }
  | { readonly type: "arrived"; readonly schedule: ScheduleView };

export function beginEditing(schedule: ScheduleView): EditorState {
  return {
    base: schedule,
    seen: schedule,
    draft: draftOf(schedule),
    refusal: null,
    preview: null,
    elsewhere: null,
    chosen: null,
  };
}

/** What an event makes of the editor; the draft is never given up but by `discarded`. */
export function editorAfter(state: EditorState, event: EditorEvent): EditorState {
  switch (event.type) {
    case "changed":
      return afterChange(state, event.draft);
    case "discarded":
      return { ...beginEditing(state.base), seen: state.seen, chosen: state.chosen };
    case "chose":
      return { ...state, chosen: event.date };
    case "previewed":
      return { ...state, refusal: null, preview: { of: event.of, data: event.data } };
    case "unsent":
      return { ...state, refusal: { message: event.message, faults: [] } };
    case "refused":
      return afterRefusal(state, event);
    case "saved":
      return afterSave(state, event.sent, event.schedule);
    case "arrived":
      return afterArrival({ ...state, seen: event.schedule }, event.schedule);
  }
}

function afterChange(state: EditorState, draft: Draft): EditorState {
  const faults = remainingFaults(state.refusal?.faults ?? [], state.draft, draft);
  const refusal = state.refusal && faults.length > 0 ? { ...state.refusal, faults } : null;
  // That the page changed by itself has been seen by whoever goes on from there.
  const elsewhere = state.elsewhere?.drafted ? state.elsewhere : null;
  return { ...state, draft, refusal, elsewhere };
}

function afterRefusal(
  state: EditorState,
  { sent, answer }: Extract<EditorEvent, { type: "refused" }>,
): EditorState {
  const found = faultsOf(answer.errors, sent);
  const faults = remainingFaults(found, sent, state.draft);
  // A date's fields show only while the date is open.
  const dated = faults.some(({ part }) => part.length === 3)
    ? undefined
    : faults.find(({ part }) => part.length > 3);
  return {
    ...state,
    preview: null,
    refusal: { code: answer.code, message: answer.message, faults },
    chosen: dated?.part ?? state.chosen,
  };
}

/** What was typed while the server saved stays a draft. */
function afterSave(state: EditorState, sent: Draft, schedule: ScheduleView): EditorState {
  const base = isNewer(state.base, schedule) ? state.base : schedule;
  const { draft } = mergeDrafts(sent, state.draft, draftOf(base));
  return { ...state, base, draft, refusal: null, elsewhere: null };
}

function afterArrival(state: EditorState, schedule: ScheduleView): EditorState {
  if (!isNewer(schedule, state.base)) return state;
  const base = draftOf(state.base);
  const theirs = draftOf(schedule);
  const { draft, clashes } = mergeDrafts(base, state.draft, theirs);
  const drafted = !saySame(base, state.draft);
  // What one has saved oneself is no news, however it comes back.
  const isOwn = saySame(theirs, state.draft);
  const faults = remainingFaults(state.refusal?.faults ?? [], state.draft, draft);
  // What was not sent is still to be sent; that somebody was first is said below.
  const stands = faults.length > 0 || (state.refusal?.code === undefined && !isOwn);
  return {
    ...state,
    base: schedule,
    draft,
    refusal: state.refusal && stands ? { ...state.refusal, faults } : null,
    elsewhere: isOwn
      ? state.elsewhere
      : { drafted, clashes: [...new Set([...(state.elsewhere?.clashes ?? []), ...clashes])] },
  };
}

/** No two schedules of a station share their time; one that was never set comes before all. */
const isNewer = (one: ScheduleView, other: ScheduleView) =>
  (one.updatedAt ?? "") > (other.updatedAt ?? "");
