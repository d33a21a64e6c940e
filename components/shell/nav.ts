import { areaOfRole, type RoleArea } from "@/lib/core/areas";
import { type Permission, roleHolds } from "@/lib/core/permissions";
import type { Viewer } from "@/lib/http/viewer";
import {
  footer,
  type FooterLabel,
  navigation,
  type NavLabel,
  type ShortcutLabel,
  shortcuts,
} from "@/lib/words";
import type { FooterEntry, PageEntry } from "@/lib/words/define-words";

/** One entry of a role's navigation; `label` names its words and its icon. */
export interface NavItem {
  readonly href: string;
  readonly label: NavLabel;
  /** Whether it stands for its page alone, and not for those below. */
  readonly isExact: boolean;
  /** How many things wait there for a decision. */
  readonly waiting?: number;
}

/** What the palette leads to besides the navigation; `label` names its words. */
export interface Shortcut {
  readonly href: string;
  readonly label: ShortcutLabel;
}

/** How many things wait for a decision, by where they do. */
export type Waiting = Readonly<Partial<Record<NavLabel, number>>>;

/** What the viewer finds in the navigation, in this order: the pages of the role's area that the role may see. */
export function navOf(viewer: Viewer, waiting: Waiting = {}): readonly NavItem[] {
  return entriesOf(viewer, navigation).map(({ label, href }) => ({
    href,
    label,
    isExact: href === viewer.home || href === "/",
    waiting: waiting[label],
  }));
}

/** What the viewer finds in the palette besides; nothing where the role's area has no palette. */
export function shortcutsOf(viewer: Viewer): readonly Shortcut[] {
  return entriesOf(viewer, shortcuts);
}

/** The public pages that the foot of the site leads to, in this order; `label` names their words. */
export function footerLinks(): readonly { readonly href: string; readonly label: FooterLabel }[] {
  return (Object.entries<FooterEntry>(footer) as [FooterLabel, FooterEntry][])
    .toSorted(([, one], [, other]) => one.place - other.place)
    .map(([label, { path = `/${label}` }]) => ({ label, href: path }));
}

type Entry = PageEntry & { readonly permission: Permission };

function entriesOf<L extends string>(
  { role, home }: Viewer,
  entries: Readonly<Record<L, Entry>>,
): { href: string; label: L }[] {
  const area: RoleArea = areaOfRole(role);
  return (Object.entries<Entry>(entries) as [L, Entry][])
    .flatMap(([label, { permission, path = label, places }]) => {
      const place = places[area];
      if (place === undefined || !roleHolds(role, permission)) return [];
      const href = path.startsWith("/") ? path : path === "" ? home : `${home}/${path}`;
      return { place, label, href };
    })
    .toSorted((one, other) => one.place - other.place)
    .map(({ label, href }) => ({ href, label }));
}
