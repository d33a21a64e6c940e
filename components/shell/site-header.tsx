import Link from "next/link";
import { useTranslations } from "next-intl";

import type { Viewer } from "@/lib/http/viewer";

import { ClientMessages } from "../i18n/client-messages";
import type { LanguageOffer } from "../i18n/language-choice";
import { ButtonLink } from "../ui/button-link";
import { Logo } from "../ui/logo";
import type { Theme } from "../ui/theme";
import { ThemeSwitch } from "../ui/theme-switch";
import { SkipLink } from "./skip-link";
import { UserMenu } from "./user-menu";

const link =
  "flex h-11 items-center rounded-md px-3 text-sm font-medium text-ink-soft transition-colors hover:bg-sunken hover:text-ink";

/** The frame's top on every public page. */
export function SiteHeader({
  viewer,
  theme,
  signOut,
  language,
}: {
  viewer: Viewer | null;
  theme: Theme;
  signOut: () => Promise<void>;
  language: LanguageOffer;
}) {
  const t = useTranslations("shell");
  return (
    <header className="sticky top-0 z-[1000] border-b bg-surface">
      <SkipLink />
      <div className="shell flex min-h-16 flex-wrap items-center gap-x-2 py-2">
        <Link href="/" className="-ml-1.5 rounded-md p-1.5">
          <Logo />
        </Link>
        <nav aria-label={t("mainNav")} className="ml-4 hidden gap-1 md:flex">
          <Link href="/" className={link}>
            {t("find")}
          </Link>
          <Link href="/business" className={link}>
            {t("forBusinesses")}
          </Link>
        </nav>
        <div className="ml-auto flex flex-wrap items-center gap-2">
          {viewer ? (
            <ClientMessages of={["shell"]}>
              <UserMenu viewer={viewer} signOut={signOut} language={language} theme={theme} />
            </ClientMessages>
          ) : (
            <>
              <span className="hidden md:block">
                <ThemeSwitch initial={theme} />
              </span>
              <ButtonLink href="/login" look="quiet" size="sm">
                {t("signIn")}
              </ButtonLink>
              <ButtonLink href="/register" size="sm">
                {t("register")}
              </ButtonLink>
            </>
          )}
        </div>
      </div>
    </header>
  );
}
