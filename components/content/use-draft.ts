"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, useTransition } from "react";

import type { ActionResult } from "@/lib/http/action";
import type {
  ContentPreview,
  ContentVersionWhole,
  PreviewContent,
} from "@/lib/records/content/schema";

import { orUnsent } from "../form/or-unsent";
import { useViewerField } from "../form/page-viewer";
import { useUnsavedWarning } from "../form/use-unsaved-warning";
import { toast } from "../ui/toast";

/** What the editor asks of the server. */
export interface DraftActions {
  readonly preview: (input: PreviewContent) => Promise<ActionResult<ContentPreview>>;
  readonly save: (input: {
    readonly id: string;
    readonly body: string;
    readonly ifUpdatedAt: string;
  }) => Promise<ActionResult<ContentVersionWhole>>;
}

/** Milliseconds of quiet after a key before the preview is asked for. */
const quiet = 400;

/** A draft as it is typed, what it looks like, and whether it is saved. What the server refuses is said, and it stays. */
export function useDraft(
  version: ContentVersionWhole,
  first: ContentPreview,
  actions: DraftActions,
) {
  const unsent = useTranslations("ui")("unsent");
  const done = useTranslations("contentEditor")("saved");
  const router = useRouter();
  const viewer = useViewerField();
  const [text, setText] = useState(version.markdown);
  const [saved, setSaved] = useState({ text: version.markdown, updatedAt: version.updatedAt });
  const [fault, setFault] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const shown = usePreview(version, text, first, actions.preview);
  const isUnsaved = text !== saved.text;
  useUnsavedWarning(isUnsaved);
  // What somebody else saved comes in where nothing is unsaved here; otherwise saving says that they did.
  if (!isUnsaved && version.updatedAt > saved.updatedAt) {
    setText(version.markdown);
    setSaved({ text: version.markdown, updatedAt: version.updatedAt });
  }
  const save = () =>
    start(async () => {
      const ifUpdatedAt = saved.updatedAt;
      const answer = await orUnsent(
        actions.save({ ...viewer, id: version.id, body: text, ifUpdatedAt }),
      );
      if (!answer?.ok) {
        setFault(answer ? (answer.errors[0]?.message ?? answer.message) : unsent);
        return;
      }
      setFault(null);
      setSaved({ text, updatedAt: answer.data.updatedAt });
      toast(done);
      router.refresh();
    });
  /** The page knows what is saved, so that what it offers is about that. */
  const isSettled = !isUnsaved && version.updatedAt === saved.updatedAt;
  return { text, setText, shown, fault, pending, isUnsaved, isSettled, save };
}

/** What the text looks like, and what it changes, as of a moment ago. */
function usePreview(
  { kind, locale }: ContentVersionWhole,
  text: string,
  first: ContentPreview,
  ask: DraftActions["preview"],
): ContentPreview {
  const [shown, setShown] = useState({ of: text, preview: first });
  const latest = useRef(text);
  useEffect(() => {
    latest.current = text;
    if (text === shown.of) return undefined;
    const timer = setTimeout(async () => {
      const answer = await orUnsent(ask({ kind, locale, body: text }));
      // Where it failed on its way, the next key asks again.
      if (latest.current === text && answer?.ok) setShown({ of: text, preview: answer.data });
    }, quiet);
    return () => clearTimeout(timer);
  }, [text, shown.of, kind, locale, ask]);
  return shown.preview;
}
