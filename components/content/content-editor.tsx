"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";

import type { ContentPreview, ContentVersionWhole } from "@/lib/records/content/schema";

import { Button } from "../ui/button";
import { cn } from "../ui/class-names";
import { Field } from "../ui/field";
import { Textarea } from "../ui/input";
import { Notice } from "../ui/notice";
import { Segmented } from "../ui/segmented";
import { Spinner } from "../ui/spinner";
import { LineChanges } from "./line-changes";
import { Prose } from "./prose";
import { type DraftActions, useDraft } from "./use-draft";

/**
 * A draft's Markdown, and beside it what it looks like and what it changes; on a phone one of them at a time.
 * `children` are what can be done with it once it is saved.
 */
export function ContentEditor({
  version,
  first,
  actions,
  children,
}: {
  version: ContentVersionWhole;
  /** The preview of the draft as it was read. */
  first: ContentPreview;
  actions: DraftActions;
  children: ReactNode;
}) {
  const t = useTranslations("contentEditor");
  const { text, setText, shown, fault, pending, isUnsaved, save } = useDraft(
    version,
    first,
    actions,
  );
  const [view, setView] = useState<"write" | "look" | "compare">("write");
  const aside = [
    { value: "look", label: t("look") },
    { value: "compare", label: t("compare") },
  ] as const;
  const comparing = view === "compare";
  return (
    <div className="space-y-4">
      <div className="lg:hidden">
        <Segmented
          legend={t("view")}
          name="view"
          options={[{ value: "write", label: t("write") }, ...aside]}
          value={view}
          onChange={setView}
        />
      </div>
      <div className="grid items-stretch gap-6 lg:grid-cols-2">
        <div className={cn(view !== "write" && "max-lg:hidden")}>
          <Field
            name="body"
            label={t("body")}
            hint={t(version.kind === "faq" ? "faqHint" : "bodyHint")}
            error={fault ?? undefined}
          >
            {(control) => (
              <Textarea
                {...control}
                rows={24}
                maxLength={50_000}
                lang={version.locale}
                spellCheck
                className="field-sizing-fixed min-h-112 font-mono text-sm"
                value={text}
                onChange={({ target }) => setText(target.value)}
              />
            )}
          </Field>
        </div>
        <section
          aria-label={t("look")}
          className={cn("min-w-0", view === "write" && "max-lg:hidden")}
        >
          <div className="mb-1.5 max-lg:hidden">
            <Segmented
              legend={t("view")}
              name="aside"
              options={aside}
              value={comparing ? "compare" : "look"}
              onChange={setView}
            />
          </div>
          <div
            className="max-h-160 overflow-y-auto rounded-lg border bg-surface p-5"
            lang={version.locale}
          >
            {comparing ? <LineChanges changes={shown.changes} /> : <Prose html={shown.html} />}
          </div>
        </section>
      </div>
      <div className="sticky bottom-16 z-20 space-y-3 rounded-lg border bg-surface p-3 shadow-lg lg:bottom-4">
        {fault && (
          <Notice kind="danger" role="alert">
            {fault}
          </Notice>
        )}
        <div className="flex flex-wrap items-center justify-end gap-3">
          <output className="mr-auto text-sm text-ink-soft">
            {isUnsaved ? t("unsaved") : t("isSaved")}
          </output>
          {isUnsaved ? null : children}
          {isUnsaved && (
            <Button size="sm" disabled={pending} onClick={save}>
              {pending && <Spinner />}
              {t("save")}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}
