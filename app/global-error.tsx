"use client";

import { NextIntlClientProvider } from "next-intl";

import messages from "@/components/i18n/messages/en.json";
import { ErrorMessage } from "@/components/shell/error-message";

import "./globals.css";

/** The last resort: the root layout itself failed, so nothing of it is there. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body className="flex min-h-dvh flex-col">
        <NextIntlClientProvider locale="en" timeZone="UTC" messages={{ errors: messages.errors }}>
          <ErrorMessage error={error} retry={retry} />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
