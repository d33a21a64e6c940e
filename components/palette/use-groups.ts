import { useTranslations } from "next-intl";

import type { NavItem, Shortcut } from "../shell/nav";
import { allOf, matchGroups, matchingActions, type Entry, type EntryGroup } from "./entries";
import { useActions } from "./use-actions";
import { useDay, useSaidDay } from "./use-day";
import { useDeeds, useSaid } from "./use-deeds";
import { useMatches } from "./use-matches";
import { useSubtitle } from "./use-subtitle";
import { type Totals, useTotals } from "./use-totals";

/** What the palette offers for what was typed, kind by kind, and how the search stands. */
export function useGroups({
  home,
  items,
  shortcuts,
  typed,
}: {
  home: string;
  items: readonly NavItem[];
  shortcuts: readonly Shortcut[];
  typed: string;
}) {
  const t = useTranslations("palette");
  const { deed, q } = useSaid(typed);
  const found = useMatches(q, useSaidDay(q));
  const totals = useTotals(found, home);
  const subtitleOf = useSubtitle();
  const done = useDeeds(deed, found.matches, home);
  const day = useDay(typed, home);
  const pages = matchingActions(useActions(items, shortcuts), typed);
  const actions = [...done, ...day, ...pages];
  const everywhere: Entry = {
    id: "search",
    kind: "search",
    title: t("searchAll", { q }),
    href: `${home}/search?${new URLSearchParams({ q })}`,
  };
  const things = matchGroups(found.matches, home, subtitleOf, found.day !== null).map((group) => ({
    ...group,
    ofAll: ofAll(group, totals),
    // The lists do not read a day from words.
    items: found.day ? group.items : [...group.items, ...allOf(group, home, q, t("allOf", { q }))],
  }));
  const groups: EntryGroup[] = [
    ...(actions.length > 0 ? [{ kind: "action" as const, items: actions }] : []),
    ...(done.length > 0 ? [] : things),
    ...(q.length >= 2 && !found.isTooLong
      ? [{ kind: "search" as const, items: [everywhere] }]
      : []),
  ];
  return { groups, found, q, totals, offered: actions.length };
}

/** How many of how many a group shows, where it is known to show but the first. */
function ofAll({ kind, items }: EntryGroup, totals: Totals | null): EntryGroup["ofAll"] {
  const total = kind === "action" || kind === "search" ? undefined : totals?.[kind];
  if (total === undefined || total <= items.length) return undefined;
  return { count: items.length, total };
}
