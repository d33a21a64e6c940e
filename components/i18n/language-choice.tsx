"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useTransition } from "react";

import { yearMs } from "@/lib/core/durations";

import { orUnsent } from "../form/or-unsent";
import { useViewerField } from "../form/page-viewer";
import { cn } from "../ui/class-names";
import { toast } from "../ui/toast";
import { languages, localeCookie, type Locale } from "./locales";

/** What a frame needs to let its reader choose. */
export interface LanguageOffer {
  readonly offered: readonly Locale[];
  /** Keeps the choice with the account; absent for who has none. */
  readonly keep?: (chosen: {
    language: Locale;
    viewer: string | undefined;
  }) => Promise<{ readonly ok: boolean; readonly message?: string }>;
}

/** The reader's language, where there are several; each by its own name, in itself. */
export function LanguageChoice({
  offer: { offered, keep },
  className,
}: {
  offer: LanguageOffer;
  className?: string;
}) {
  const t = useTranslations("ui");
  const router = useRouter();
  const current = useLocale();
  const viewer = useViewerField();
  const [isPending, startTransition] = useTransition();
  if (offered.length < 2) return null;

  function choose(locale: Locale) {
    startTransition(async () => {
      const kept = keep
        ? await orUnsent(keep({ ...viewer, language: locale }))
        : { ok: true as const };
      if (!kept?.ok) {
        toast(kept?.message ?? t("unsent"), "danger");
        return;
      }
      // Of this browser, for who comes back without signing in.
      document.cookie = `${localeCookie}=${locale}; Path=/; Max-Age=${yearMs / 1_000}; SameSite=Lax`;
      router.refresh();
    });
  }

  return (
    <select
      aria-label={t("language")}
      aria-busy={isPending}
      value={current}
      onChange={({ target }) => choose(target.value as Locale)}
      className={cn("h-11 max-w-full rounded-md border bg-surface px-2 text-sm", className)}
    >
      {offered.map((locale) => (
        <option key={locale} value={locale} lang={locale}>
          {languages[locale].name}
        </option>
      ))}
    </select>
  );
}
