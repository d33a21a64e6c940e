import { Languages } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

import { LanguageChoice, type LanguageOffer } from "../i18n/language-choice";
import { Logo } from "../ui/logo";
import type { Theme } from "../ui/theme";
import { ThemeSwitch } from "../ui/theme-switch";
import { footerLinks } from "./nav";
import { UnitsChoice, type UnitsOffer } from "./units-choice";

/** The frame's end on every public page. */
export function SiteFooter({
  theme,
  language,
  units,
}: {
  theme: Theme;
  language: LanguageOffer;
  units: UnitsOffer;
}) {
  const t = useTranslations("shell");
  return (
    <footer className="mt-auto border-t bg-surface">
      <div className="shell flex flex-col gap-6 py-8 text-sm sm:flex-row sm:items-center sm:justify-between">
        <div className="space-y-1">
          <Logo />
          <p className="text-ink-soft">{t("footer")}</p>
        </div>
        <ul className="foot-links flex flex-wrap gap-x-5 gap-y-1">
          {footerLinks().map(({ href, label }) => (
            <li key={href}>
              <Link href={href}>{t(`links.${label}`)}</Link>
            </li>
          ))}
          <li>
            <Link href="/api/docs" prefetch={false}>
              {t("apiDocs")}
            </Link>
          </li>
        </ul>
        <div className="flex flex-wrap items-center gap-3">
          {language.offered.length > 1 && (
            <span className="flex items-center gap-2">
              <Languages aria-hidden className="size-[1.125rem] text-ink-soft" />
              <LanguageChoice offer={language} />
            </span>
          )}
          <UnitsChoice offer={units} />
          <ThemeSwitch initial={theme} />
        </div>
      </div>
    </footer>
  );
}
