import { type Match, matchType } from "@/lib/insight/reports/schema";

/** A line of the palette: what it says, and where it leads or what it does. */
export interface Entry {
  /** Unique in the palette. */
  readonly id: string;
  readonly kind: "action" | "search" | Match["type"];
  readonly title: string;
  readonly subtitle?: string;
  readonly href?: string;
  readonly run?: () => void;
}

/** Entries that stand together below one heading. */
export interface EntryGroup {
  readonly kind: Entry["kind"];
  readonly items: readonly Entry[];
}

const query = (name: string, value: string) => `?${new URLSearchParams({ [name]: value })}`;

/** Where a found thing lives in the console whose first page is `home`. */
export function hrefOf(match: Match, home: string): string {
  const isAdmin = home === "/admin";
  switch (match.type) {
    case "Station":
      return `${home}/stations/${match.id}`;
    case "Booking":
      return `${home}/bookings/${match.id}`;
    case "Owner":
      return `${home}/${isAdmin ? "users" : "owners"}${query("search", match.ownerNic ?? match.title)}`;
    case "Operator":
      return `${home}/${isAdmin ? "users" : "operators"}${query("search", match.subtitle)}`;
    case "Business":
      return `${home}/businesses${query("search", match.title)}`;
  }
}

/** Actions whose words hold every word that was typed; all of them before anything is. */
export function matchingActions(actions: readonly Entry[], typed: string): readonly Entry[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return actions.filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)));
}

/** What was found, kind by kind. */
export function matchGroups(matches: readonly Match[], home: string): EntryGroup[] {
  return matchType.options.flatMap((kind) => {
    const items = matches
      .filter(({ type }) => type === kind)
      .map((match) => ({
        id: match.id,
        kind,
        title: match.title,
        subtitle: match.subtitle,
        href: hrefOf(match, home),
      }));
    return items.length > 0 ? [{ kind, items }] : [];
  });
}
