"use client";

import { Ellipsis, LoaderCircle } from "lucide-react";
import Link, { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { cn } from "../ui/class-names";
import { menuEntryClass, PopoverMenu } from "../ui/popover-menu";
import { fitInBar } from "./bar-room";
import type { NavItem } from "./nav";

const linkClass =
  "rounded-md font-medium text-ink-soft transition-colors hover:bg-sunken hover:text-ink " +
  "aria-[current=page]:text-accent-ink";
const columnClass = "flex h-10 items-center gap-3 px-3 text-sm aria-[current=page]:bg-accent-soft";
const barClass =
  "relative [&>[data-waiting]]:absolute [&>[data-waiting]]:top-1.5 [&>[data-waiting]]:left-1/2 [&>[data-waiting]]:ml-1.5 " +
  "flex h-16 w-full flex-col items-center justify-center gap-1 text-[min(0.75rem,3.6vw)] whitespace-nowrap " +
  "@max-[19.5rem]:text-[min(0.75rem,6.4vw)] @max-[19.5rem]:leading-tight " +
  "@max-[19.5rem]:[&>[data-waiting]]:ml-1! @max-[19.5rem]:[&>[data-waiting]]:px-1! " +
  "@max-[19.5rem]:[&>[data-waiting]]:text-[min(0.75rem,5vw)]!";
/**
 * Grown from the width of its words: a long one takes room that a short one leaves. Where letters are so large that a
 * phone is no wider than 19.5 of them, three entries share it, and their words are as large as the reader asks for.
 */
const inBarClass = "min-w-[min(3rem,19vw)] flex-auto @max-[19.5rem]:basis-1/3";
/** So many beside the button for the rest, with large letters. */
const fewest = 2;
const notWithLargeLetters = "@max-[19.5rem]:hidden";

/** The panel's id, for what has no room in the bar. */
const more = "more-nav";

// The frame stays from page to page, and the panel would stay open with it.
const closeMore = () => document.getElementById(more)?.hidePopover();

/** A role's navigation: a column beside the page, or a bar at the phone's lower edge. */
export function AppNav({
  items,
  icons,
  form,
}: {
  items: readonly NavItem[];
  /** Of each item, as the server drew it: the browser need not know every icon there is. */
  icons: Readonly<Partial<Record<NavItem["label"], ReactNode>>>;
  form: "column" | "bar";
}) {
  const t = useTranslations("shell");
  const nav = useTranslations("shell.nav");
  const isBar = form === "bar";
  const labels = items.map(({ label }) => nav(label));
  const shown = isBar ? fitInBar(labels, t("more")) : items.length;
  const isSplit = isBar && items.length > fewest + 1;
  return (
    <nav aria-label={t("mainNav")} className={cn(isBar && "@container")}>
      <ul className={isBar ? "flex" : "space-y-1"}>
        {items.slice(0, shown).map((item, index) => (
          <li
            key={item.href}
            className={cn(isBar && inBarClass, isSplit && index >= fewest && notWithLargeLetters)}
          >
            <NavLink
              item={item}
              icon={icons[item.label]}
              className={cn(linkClass, isBar ? barClass : columnClass)}
            />
          </li>
        ))}
        {(isSplit || shown < items.length) && (
          <li className={cn(inBarClass, shown === items.length && "hidden @max-[19.5rem]:block")}>
            <More items={items} icons={icons} shown={shown} />
          </li>
        )}
      </ul>
    </nav>
  );
}

/** The button for what has no room in the bar: what comes after those `shown`, and with large letters more of them. */
function More({
  items,
  icons,
  shown,
}: Pick<Parameters<typeof AppNav>[0], "items" | "icons"> & { shown: number }) {
  const t = useTranslations("shell");
  const waitingFrom = (first: number) =>
    items.slice(first).reduce((all, item) => all + (item.waiting ?? 0), 0);
  const [usual, many] = [waitingFrom(shown), waitingFrom(fewest)];
  return (
    <PopoverMenu
      id={more}
      label={t("more")}
      trigger={
        <span className={barClass}>
          <Ellipsis className="size-5" />
          {t("more")}
          {usual > 0 && <Waiting count={usual} className="grid @max-[19.5rem]:hidden" />}
          {many > 0 && <Waiting count={many} className="hidden @max-[19.5rem]:grid" />}
        </span>
      }
      triggerClass={cn(linkClass, "w-full")}
      place="bar"
    >
      {items.slice(fewest).map((item, index) => (
        <div
          key={item.href}
          className={cn(index + fewest < shown && "hidden @max-[19.5rem]:block")}
        >
          <NavLink
            item={item}
            icon={icons[item.label]}
            className={menuEntryClass}
            onGo={closeMore}
          />
        </div>
      ))}
    </PopoverMenu>
  );
}

function NavLink({
  item,
  icon,
  className,
  onGo,
}: {
  item: NavItem;
  icon: ReactNode;
  className: string;
  onGo?: () => void;
}) {
  const label = useTranslations("shell.nav");
  const path = usePathname();
  const here = path === item.href || (!item.isExact && path.startsWith(`${item.href}/`));
  return (
    <Link
      href={item.href}
      aria-current={here ? "page" : undefined}
      className={className}
      onClick={onGo}
    >
      <NavIcon icon={icon} />
      <span>{label(item.label)}</span>
      {item.waiting ? <Waiting count={item.waiting} /> : null}
    </Link>
  );
}

/** How many things wait there for a decision. */
function Waiting({ count, className = "grid" }: { count: number; className?: string }) {
  const t = useTranslations("shell");
  const format = useFormatter();
  return (
    <span
      data-waiting
      className={cn(
        className,
        "ml-auto h-5 min-w-5 place-items-center rounded-full bg-warning-soft px-1.5 text-xs font-medium text-warning",
      )}
    >
      <span aria-hidden className="tabular">
        {format.number(count, { notation: "compact" })}
      </span>
      <span className="sr-only">({t("waiting", { count })})</span>
    </span>
  );
}

/** The link's icon; while its page is on the way, after a moment, a sign of that. */
function NavIcon({ icon }: { icon: ReactNode }) {
  const { pending } = useLinkStatus();
  return pending ? <LoaderCircle aria-hidden className="size-5 shrink-0 animate-spin" /> : icon;
}
