import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

import type { Catalogue, Namespace } from "./catalogue";

/** Words that every page's client components use. */
const common: readonly Namespace[] = ["site", "ui", "shell", "errors"];

/** Sends the words of these namespaces to the browser, beside the common ones, and no others. */
export async function ClientMessages({
  of = [],
  children,
}: {
  of?: readonly Namespace[];
  children: ReactNode;
}) {
  const messages = await getMessages();
  const picked: Partial<Catalogue> = Object.fromEntries(
    [...common, ...of].map((namespace) => [namespace, messages[namespace]]),
  );
  return <NextIntlClientProvider messages={picked}>{children}</NextIntlClientProvider>;
}
