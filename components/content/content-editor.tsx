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
import { ContentBody } from "./content-body";
import { LineChanges } from "./line-changes";
import { type DraftActions, useDraft } from "./use-draft";

/** Less than the window, so that the bar below stands under what is typed and never over it. */
const height = "h-[min(32rem,55dvh)] min-h-60";

/**
 * A draft's Markdown, and beside it what it looks like and what it changes; on a phone one of them at a time.
 * `children` are what can be done with it once it is saved.
 */
export function ContentEditor({
  version,
  first,
  longest,
  below,
  actions,
  children,
}: {
  version: ContentVersionWhole;
  /** The preview of the draft as it was read. */
  first: ContentPreview;
  /** How many characters a text may have. */
  longest: number;
  /** What stands below what is typed. */
  below: ReactNode;
  actions: DraftActions;
  children: ReactNode;
}) {
  const t = useTranslations("contentEditor");
  const { text, setText, shown, fault, pending, isUnsaved, isSettled, save } = useDraft(
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
          >
            {(control) => (
              <Textarea
                {...control}
                maxLength={longest}
                lang={version.locale}
                spellCheck
                className={cn("font-mono text-sm", height)}
                value={text}
                onChange={({ target }) => setText(target.value)}
              />
            )}
          </Field>
          {below}
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
            // The keyboard reaches it, so that it can be scrolled.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
            tabIndex={0}
            className={cn("overflow-y-auto rounded-lg border bg-surface p-5", height)}
          >
            {comparing ? (
              <LineChanges changes={shown.changes} lang={version.locale} />
            ) : (
              <ContentBody content={shown} lang={version.locale} />
            )}
          </div>
        </section>
      </div>
      <div className="space-y-3 rounded-lg border bg-surface p-3">
        {fault && (
          <Notice kind="danger" role="alert">
            {fault}
          </Notice>
        )}
        <div className="flex flex-wrap items-center justify-end gap-3">
          <output className="mr-auto text-sm text-ink-soft">
            {isUnsaved ? t("unsaved") : t("isSaved")}
          </output>
          {isSettled && children}
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
