import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { NextIntlClientProvider } from "next-intl";

import { AuditChanges } from "@/components/audit/audit-change";
import { catalogueOf } from "@/lib/words/say";

/** What the page of audits says of changes, in the language for tests. */
export function changesOnPage(changes: Readonly<Record<string, unknown>>): string {
  const html = renderToStaticMarkup(
    createElement(
      NextIntlClientProvider,
      // The catalogue is that of every language, by its own type.
      { locale: "en-XA", messages: catalogueOf("en-XA"), timeZone: "UTC" } as never,
      createElement(AuditChanges, { changes, timeZone: "UTC" }),
    ),
  );
  return html.replaceAll(/<[^>]*>/g, " ");
}
