import { useTranslations } from "next-intl";

import type { NavItem, Shortcut } from "../shell/nav";
import { matchGroups, matchingActions, type Entry, type EntryGroup } from "./entries";
import { useActions } from "./use-actions";
import { useMatches } from "./use-matches";

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
  const actions = matchingActions(useActions(items, shortcuts), typed);
  const found = useMatches(typed);
  const q = typed.trim();
  const everywhere: Entry = {
    id: "search",
    kind: "search",
    title: t("searchAll", { q }),
    href: `${home}/search?${new URLSearchParams({ q })}`,
  };
  const groups: EntryGroup[] = [
    ...(actions.length > 0 ? [{ kind: "action" as const, items: actions }] : []),
    ...matchGroups(found.matches, home),
    ...(q.length >= 2 ? [{ kind: "search" as const, items: [everywhere] }] : []),
  ];
  return { groups, found };
}
