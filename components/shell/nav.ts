import type { Viewer } from "./viewer";

/** One entry of a role's navigation; `label` names its words and its icon. */
export interface NavItem {
  readonly href: string;
  readonly label: "home" | "find" | "changePassword";
}

/** What the viewer finds in the navigation, in this order; a console adds its pages here, by role. */
export function navOf(viewer: Viewer): readonly NavItem[] {
  return [
    { href: viewer.home, label: "home" },
    { href: "/", label: "find" },
    { href: "/change-password", label: "changePassword" },
  ];
}
