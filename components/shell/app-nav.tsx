"use client";

import { House, KeyRound, MapPin } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";

import { cn } from "../ui/class-names";
import type { NavItem } from "./nav";

const icons = { home: House, find: MapPin, changePassword: KeyRound } as const;

/** A role's navigation: a column beside the page, or a bar at the phone's lower edge. */
export function AppNav({ items, form }: { items: readonly NavItem[]; form: "column" | "bar" }) {
  const t = useTranslations("shell");
  const path = usePathname();
  return (
    <nav aria-label={t("mainNav")}>
      <ul className={form === "column" ? "space-y-1" : "flex"}>
        {items.map(({ href, label }) => {
          const Icon = icons[label];
          const here = path === href;
          return (
            <li key={href} className={cn(form === "bar" && "flex-1")}>
              <Link
                href={href}
                aria-current={here ? "page" : undefined}
                className={cn(
                  "rounded-md font-medium text-ink-soft transition-colors hover:bg-sunken hover:text-ink",
                  "aria-[current=page]:text-accent-ink",
                  form === "column"
                    ? "flex h-10 items-center gap-3 px-3 text-sm aria-[current=page]:bg-accent-soft"
                    : "flex h-16 flex-col items-center justify-center gap-1 text-xs",
                )}
              >
                <Icon aria-hidden className="size-5" />
                {t(form === "bar" ? `short.${label}` : label)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
