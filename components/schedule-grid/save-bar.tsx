"use client";

import { useTranslations } from "next-intl";

import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { Spinner } from "../ui/spinner";
import type { EditorState } from "./editor-state";
import { usePartName } from "./part-name";

/** Saves or discards the draft, and says beside it what became of it: always in view. */
export function SaveBar({
  refusal,
  elsewhere,
  isChanged,
  pending,
  discard,
  save,
}: Pick<EditorState, "refusal" | "elsewhere"> & {
  isChanged: boolean;
  pending: boolean;
  discard: () => void;
  save: () => void;
}) {
  const t = useTranslations("scheduleEditor");
  return (
    <div className="sticky bottom-16 z-20 space-y-3 rounded-lg border bg-surface p-3 shadow-lg lg:bottom-4">
      {/* One at a time: the bar must leave room for what it is about. */}
      {refusal && <Refused refusal={refusal} />}
      <div aria-live="polite">{!refusal && elsewhere && <Elsewhere elsewhere={elsewhere} />}</div>
      <div className="flex flex-wrap items-center justify-end gap-3">
        <p className="mr-auto text-sm text-ink-soft">{t(isChanged ? "unsaved" : "noChanges")}</p>
        <Button look="secondary" disabled={!isChanged || pending} onClick={discard}>
          {t("discard")}
        </Button>
        <Button disabled={!isChanged || pending} onClick={save}>
          {pending && <Spinner />}
          {t("save")}
        </Button>
      </div>
    </div>
  );
}

function Refused({ refusal }: { refusal: NonNullable<EditorState["refusal"]> }) {
  const t = useTranslations("scheduleEditor");
  const nameOf = usePartName();
  const parts = [...new Set(refusal.faults.map(({ part }) => nameOf(part)))];
  return (
    <Notice kind="danger" role="alert" title={refusal.message}>
      {parts.length > 0 && t("mend", { parts: parts.join("; ") })}
    </Notice>
  );
}

function Elsewhere({ elsewhere }: { elsewhere: NonNullable<EditorState["elsewhere"]> }) {
  const t = useTranslations("scheduleEditor.elsewhere");
  const nameOf = usePartName();
  const { drafted, clashes } = elsewhere;
  if (!drafted) return <Notice title={t("title")}>{t("shown")}</Notice>;
  return (
    <Notice kind="warning" title={t("title")}>
      {t("merged")} {clashes.length > 0 && t("clashes", { parts: clashes.map(nameOf).join("; ") })}
    </Notice>
  );
}
