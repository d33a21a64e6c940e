import {
  BellRing,
  CalendarDays,
  CircleUserRound,
  House,
  KeyRound,
  Languages,
  LogOut,
  QrCode,
} from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

import type { Viewer } from "@/lib/http/viewer";

import { SignOutForm } from "../account/sign-out-form";
import { LanguageChoice, type LanguageOffer } from "../i18n/language-choice";
import { cn } from "../ui/class-names";
import { menuEntryClass, MenuSeparator, PopoverMenu } from "../ui/popover-menu";
import type { Theme } from "../ui/theme";
import { ThemeSwitch } from "../ui/theme-switch";

/** Two letters that stand for a person. */
function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0]);
  return letters.join("").toUpperCase();
}

/** Who is signed in, the way home, and the way out. */
export function UserMenu({
  viewer,
  signOut,
  language,
  theme,
}: {
  viewer: Viewer;
  /** The server action that ends the session. */
  signOut: () => Promise<void>;
  language: LanguageOffer;
  /** Chosen here by whoever is signed in. */
  theme: Theme;
}) {
  const t = useTranslations("shell");
  return (
    <PopoverMenu
      id="user-menu"
      label={`${t("account")}: ${viewer.name}`}
      trigger={initials(viewer.name)}
      triggerClass="grid size-11 place-items-center rounded-full bg-accent-soft text-sm font-semibold text-accent-ink transition-shadow hover:ring-2 hover:ring-accent"
    >
      <div className="px-3 py-2 text-sm">
        <p className="font-semibold">{viewer.name}</p>
        <p className="text-ink-soft">{t(`roles.${viewer.role}`)}</p>
      </div>
      <MenuSeparator />
      <Link href={viewer.home} className={menuEntryClass}>
        <House aria-hidden />
        {t("home")}
      </Link>
      {viewer.role === "EvOwner" && (
        <>
          <Link href="/owner/bookings" className={menuEntryClass}>
            <CalendarDays aria-hidden />
            {t("nav.bookings")}
          </Link>
          <Link href="/owner/qr" className={menuEntryClass}>
            <QrCode aria-hidden />
            {t("nav.qr")}
          </Link>
          <Link href="/owner/profile" className={menuEntryClass}>
            <CircleUserRound aria-hidden />
            {t("nav.profile")}
          </Link>
        </>
      )}
      <Link href="/notifications/settings" className={menuEntryClass}>
        <BellRing aria-hidden />
        {t("notifications")}
      </Link>
      <Link href="/change-password" className={menuEntryClass}>
        <KeyRound aria-hidden />
        {t("changePassword")}
      </Link>
      {language.offered.length > 1 && (
        <>
          <MenuSeparator />
          <div className={cn(menuEntryClass, "hover:bg-transparent")}>
            <Languages aria-hidden className="shrink-0" />
            <LanguageChoice offer={language} className="min-w-0 flex-1" />
          </div>
        </>
      )}
      <MenuSeparator />
      <div className="flex justify-center py-1">
        <ThemeSwitch initial={theme} large />
      </div>
      <MenuSeparator />
      <SignOutForm action={signOut}>
        <button type="submit" className={menuEntryClass}>
          <LogOut aria-hidden />
          {t("signOut")}
        </button>
      </SignOutForm>
    </PopoverMenu>
  );
}
