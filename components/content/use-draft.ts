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
  const [text, setText] = useState(version.markdown);
  const [saved, setSaved] = useState({ text: version.markdown, updatedAt: version.updatedAt });
  const [shown, setShown] = useState(first);
  const [fault, setFault] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const isUnsaved = text !== saved.text;
  const { kind, locale, id } = version;

  const asked = useRef(0);
  const { preview } = actions;
  useEffect(() => {
    if (text === version.markdown && asked.current === 0) return;
    const timer = setTimeout(async () => {
      const turn = (asked.current += 1);
      const answer = await orUnsent(preview({ kind, locale, body: text }));
      // Where it failed on its way, the next key asks again.
      if (turn === asked.current && answer?.ok) setShown(answer.data);
    }, quiet);
    return () => clearTimeout(timer);
  }, [text, kind, locale, preview, version.markdown]);

  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isUnsaved]);

  const save = () =>
    start(async () => {
      const answer = await orUnsent(actions.save({ id, body: text, ifUpdatedAt: saved.updatedAt }));
      if (!answer?.ok) {
        setFault(answer ? (answer.errors[0]?.message ?? answer.message) : unsent);
        return;
      }
      setFault(null);
      setSaved({ text, updatedAt: answer.data.updatedAt });
      toast(done);
      router.refresh();
    });
  return { text, setText, shown, fault, pending, isUnsaved, save };
}
