import { type Match, mostMatches as most } from "@/lib/insight/search/schema";

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
  /** They only resemble what was typed, because nothing of their kind holds it. */
  readonly isGuess?: boolean;
  /** How many of how many these are, where they are but the first. */
  readonly ofAll?: { readonly count: number; readonly total: number } | undefined;
  readonly items: readonly Entry[];
}

const query = (name: string, value: string) => `?${new URLSearchParams({ [name]: value })}`;

/** Where each kind of thing lives in the console whose first page is `home`, in the order in which kinds are shown. */
const places: Readonly<Record<Match["type"], (match: Match, home: string) => string>> = {
  Station: ({ id }, home) => `${home}/stations/${id}`,
  Booking: ({ id }, home) => `${home}/bookings/${id}`,
  Owner: ({ id, ownerNic, title, isStranger }, home) =>
    isStranger ? `${home}/owners${query("search", ownerNic ?? title)}` : `${home}/owners/${id}`,
  Operator: ({ subtitle }, home) =>
    `${home}/${home === "/admin" ? "users" : "operators"}${query("search", subtitle)}`,
  Business: ({ title }, home) => `${home}/businesses${query("search", title)}`,
};

/** Where a found thing lives in the console whose first page is `home`. */
export const hrefOf = (match: Match, home: string) => places[match.type](match, home);

/** The lists that hold all of a kind, by the same words. */
const lists: Readonly<Record<Match["type"], (home: string) => string>> = {
  Station: () => "stations",
  Booking: () => "bookings",
  Owner: (home) => (home === "/admin" ? "users" : "owners"),
  Operator: () => "operators",
  Business: () => "businesses",
};

/** The list in which all of a kind stand that hold what was typed. */
export const listHref = (type: Match["type"], home: string, q: string) =>
  `${home}/${lists[type](home)}${query("search", q)}`;

/** The way to all of them, where the search shows but the first. */
export function allOf(
  { kind, isGuess, items }: EntryGroup,
  home: string,
  q: string,
  title: string,
): Entry[] {
  if (kind === "action" || kind === "search" || isGuess || items.length < most) return [];
  return [{ id: `all-${kind}`, kind, title, href: listHref(kind, home, q) }];
}

/**
 * Actions whose words hold every word that was typed; where none does, those with words of the same stem (`closing`
 * finds what says `close`). All of them before anything is typed.
 */
export function matchingActions(actions: readonly Entry[], typed: string): readonly Entry[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const having = (has: (title: string, word: string) => boolean) =>
    actions.filter(({ title }) => words.every((word) => has(title.toLowerCase(), word)));
  const holding = having((title, word) => title.includes(word));
  return holding.length > 0 ? holding : having(hasStem);
}

/** Letters that two forms of one word begin with at least, and how many each may have beyond. */
const [stem, ending] = [4, 3];

const hasStem = (title: string, word: string) =>
  title.split(/[^\p{L}\p{N}]+/u).some((other) => {
    let same = 0;
    while (same < word.length && word[same] === other[same]) same += 1;
    return same >= stem && Math.max(word.length, other.length) - same <= ending;
  });

/** Whether these of one kind are guesses: all of them are, or none. */
export const isGuessed = (matches: readonly Match[]) => matches.some(({ isGuess }) => isGuess);

/**
 * What was found, kind by kind; `subtitleOf` says what stands below a name. Whose plate it is comes before the bookings
 * of that plate, but where bookings are found by their driver: at the gate, and on a day. What only resembles what was
 * typed comes last.
 */
export function matchGroups(
  matches: readonly Match[],
  home: string,
  subtitleOf: (match: Match) => string,
  isOnDay = false,
): EntryGroup[] {
  const kinds = Object.keys(places) as Match["type"][];
  const late = home === "/operator" || isOnDay ? "Owner" : "Booking";
  const ordered = kinds.toSorted((one, other) => {
    const isPair = [one, other].every((kind) => kind === "Owner" || kind === "Booking");
    return isPair ? (one === late ? 1 : -1) : kinds.indexOf(one) - kinds.indexOf(other);
  });
  const groups = ordered.flatMap((kind): EntryGroup[] => {
    const found = matches.filter(({ type }) => type === kind);
    const items = found.map((match) => ({
      id: match.id,
      kind,
      title: match.title,
      subtitle: subtitleOf(match),
      href: hrefOf(match, home),
    }));
    return items.length > 0 ? [{ kind, isGuess: isGuessed(found), items }] : [];
  });
  return groups.toSorted((one, other) => Number(one.isGuess) - Number(other.isGuess));
}
