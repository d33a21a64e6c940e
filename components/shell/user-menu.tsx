"use client";

import { House, KeyRound, LogOut } from "lucide-react";
import Link from "next/link";
import { useRef } from "react";
import { useTranslations } from "next-intl";

import { Menu, MenuItem, MenuLink, MenuSeparator } from "../ui/menu";
import type { Viewer } from "./viewer";

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
}: {
  viewer: Viewer;
  /** The server action that ends the session. */
  signOut: () => Promise<void>;
}) {
  const t = useTranslations("shell");
  const leave = useRef<HTMLFormElement>(null);
  return (
    <>
      {/* Outside the menu, which is gone by the time it is sent. */}
      <form ref={leave} action={signOut} />
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
        <MenuLink render={<Link href={viewer.home} />}>
          <House aria-hidden />
          {t("home")}
        </MenuLink>
        <MenuLink render={<Link href="/change-password" />}>
          <KeyRound aria-hidden />
          {t("changePassword")}
        </MenuLink>
        <MenuSeparator />
        <MenuItem onClick={() => leave.current?.requestSubmit()}>
          <LogOut aria-hidden />
          {t("signOut")}
        </MenuItem>
      </Menu>
    </>
  );
}
