"use client";

import { House, KeyRound, LogOut } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

import { Menu, MenuItem, MenuLink, MenuSeparator } from "../ui/menu";
import { homes, type Viewer } from "./viewer";

/** Two letters that stand for a person. */
function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0]);
  return letters.join("").toUpperCase();
}

/** Who is signed in, the way home, and the way out. */
export function UserMenu({ viewer }: { viewer: Viewer }) {
  const t = useTranslations("shell");
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={`${t("account")}: ${viewer.name}`}
          className="grid size-10 place-items-center rounded-full bg-accent-soft text-sm font-semibold text-accent-ink transition-shadow hover:ring-2 hover:ring-accent"
        >
          {initials(viewer.name)}
        </button>
      }
    >
      <div className="px-3 py-2 text-sm">
        <p className="font-semibold">{viewer.name}</p>
        <p className="text-ink-soft">{t(`roles.${viewer.role}`)}</p>
      </div>
      <MenuSeparator />
      <MenuLink render={<Link href={homes[viewer.role]} />}>
        <House aria-hidden />
        {t("home")}
      </MenuLink>
      <MenuLink render={<Link href="/change-password" />}>
        <KeyRound aria-hidden />
        {t("changePassword")}
      </MenuLink>
      <MenuSeparator />
      <MenuItem onClick={() => document.forms.namedItem("sign-out")?.requestSubmit()}>
        <LogOut aria-hidden />
        {t("signOut")}
      </MenuItem>
    </Menu>
  );
}
