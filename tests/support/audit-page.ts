import { createElement, type FunctionComponent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { NextIntlClientProvider } from "next-intl";

import { AuditChanges, AuditStep } from "@/components/audit/audit-change";
import { AuditSentence, type Deed } from "@/components/audit/audit-sentence";
import { formatsFor } from "@/lib/core/units";
import { catalogueOf } from "@/lib/words/say";

/** What the page of audits says of changes, in the language for tests. */
export const changesOnPage = (changes: Readonly<Record<string, unknown>>): string =>
  onPage("en-XA", AuditChanges, { changes, timeZone: "UTC" });

/** What the page of audits says of a step from state to state, in English. */
export const stepOnPage = (step: Parameters<typeof AuditStep>[0]): string =>
  onPage("en", AuditStep, step);

/** What the page of audits tells of a deed, in English, at UTC. */
export const sentenceOnPage = (deed: Deed, who: string, name?: string): string =>
  onPage("en", AuditSentence, { deed, who, name, timeZone: "UTC" });

function onPage<P extends object>(
  locale: "en" | "en-XA",
  page: FunctionComponent<P>,
  props: P,
): string {
  const html = renderToStaticMarkup(
    createElement(
      NextIntlClientProvider,
      // The catalogue is that of every language, by its own type.
      {
        locale,
        messages: catalogueOf(locale),
        timeZone: "UTC",
        formats: formatsFor("h23"),
      } as never,
      createElement(page, props),
    ),
  );
  return html.replaceAll(/<[^>]*>/g, " ");
}
