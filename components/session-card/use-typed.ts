import { useState } from "react";

import { blankDraft, type FinalizeDraft, isTyped } from "./finalize-input";

interface Typed {
  readonly draft: FinalizeDraft;
  /** Of the next note. */
  readonly note: string;
}

const nothing: Typed = { draft: blankDraft, note: "" };

/**
 * What was typed about a session and is not sent: above the card and the form, which come and go with the address, and
 * while the page is brought up to date.
 */
export function useTyped(booking: string) {
  const [kept, setKept] = useState({ booking, ...nothing });
  const typed: Typed = kept.booking === booking ? kept : nothing;
  return {
    ...typed,
    forget: () => setKept({ booking, ...nothing }),
    isUnsaved: isTyped(typed.draft) || typed.note.trim() !== "",
    type: (change: Partial<Typed>) =>
      setKept((before) => ({
        ...(before.booking === booking ? before : nothing),
        ...change,
        booking,
      })),
  };
}
