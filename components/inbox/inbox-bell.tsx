"use client";

import { Bell } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect } from "react";

import { usePageViewer } from "../form/page-viewer";
import { showOnIcon } from "../offline/app-badge";
import { useUnread, type Unread } from "./use-unread";

/** More than two digits have no room beside the bell. */
const most = 99;

/**
 * The way to the inbox from every page of an area, with how much of it is unread, as it changes. The count lies over
 * the bell, so that nothing moves when it comes. `onIcon`: it stands on the installed app's icon, too.
 */
export function InboxBell({
  href,
  unread,
  onIcon,
}: {
  href: string;
  unread: Unread;
  onIcon: boolean;
}) {
  const t = useTranslations("shell.bell");
  const format = useFormatter();
  const path = usePathname();
  const count = useUnread(unread, usePageViewer() ?? "");
  useEffect(() => {
    if (onIcon) showOnIcon(count);
  }, [onIcon, count]);
  return (
    <Link
      href={href}
      aria-current={path === href ? "page" : undefined}
      className="relative grid size-11 place-items-center rounded-md text-ink-soft transition-colors hover:bg-sunken hover:text-ink aria-[current=page]:text-accent-ink"
    >
      <Bell aria-hidden className="size-5" />
      <span className="sr-only">{t("inbox", { count })}</span>
      {count > 0 && (
        <span
          aria-hidden
          data-unread
          className="tabular absolute top-0.5 right-0 grid h-5 min-w-5 place-items-center rounded-full bg-accent px-1 text-xs font-semibold text-on-accent ring-2 ring-surface"
        >
          {count > most ? `${format.number(most)}+` : format.number(count)}
        </span>
      )}
    </Link>
  );
}
