import type { Role } from "@/lib/core/actor";
import type { Viewer } from "@/lib/http/viewer";

/** One entry of a role's navigation; `label` names its words and its icon. */
export interface NavItem {
  readonly href: string;
  readonly label: NavLabel;
  /** How many things wait there for a decision. */
  readonly waiting?: number;
}

/** How many things wait for a decision, by where they do. */
export type Waiting = Readonly<Partial<Record<NavLabel, number>>>;

const places = {
  SystemAdmin: [
    "requests",
    "businesses",
    "stations",
    "bookings",
    "operators",
    "users",
    "search",
    "audits",
    "messages",
    "import",
    "settings",
    "health",
  ],
  Backoffice: [
    "bookings",
    "day",
    "conflicts",
    "stations",
    "operators",
    "owners",
    "tariffs",
    "search",
    "audits",
    "import",
    "settings",
  ],
  Operator: [],
  EvOwner: [],
} as const satisfies Record<Role, readonly string[]>;

export type NavLabel = "home" | "find" | (typeof places)[Role][number];

/** What the viewer finds in the navigation, in this order: home, then each page of the role's console. */
export function navOf(viewer: Viewer, waiting: Waiting = {}): readonly NavItem[] {
  const own = places[viewer.role].map((label: NavLabel) => ({
    href: `${viewer.home}/${label}`,
    label,
    waiting: waiting[label],
  }));
  const home = { href: viewer.home, label: "home" } as const;
  return own.length > 0 ? [home, ...own] : [home, { href: "/", label: "find" }];
}
