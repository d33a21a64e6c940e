import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

import type { Catalogue, Namespace } from "./catalogue";
import { serverWords } from "./server-words";

/** Words that every page's client components use. */
const common: readonly Namespace[] = ["site", "ui", "errors"];

// The same object each time, which a page then carries once, however often it is sent.
const sent = new WeakMap<object, object>();

function forBrowsers(messages: Catalogue, namespace: Namespace): object {
  const all = messages[namespace];
  const left: readonly PropertyKey[] | undefined = serverWords[namespace];
  if (!left) return all;
  let some = sent.get(all);
  if (!some) {
    some = Object.fromEntries(Object.entries(all).filter(([key]) => !left.includes(key)));
    sent.set(all, some);
  }
  return some;
}

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
    [...common, ...of].map((namespace) => [namespace, forBrowsers(messages, namespace)]),
  );
  return <NextIntlClientProvider messages={picked}>{children}</NextIntlClientProvider>;
}
