import { House, KeyRound, MapPin, type LucideIcon } from "lucide-react";

import type { Role } from "@/lib/core/actor";

import { homes } from "./viewer";

/** One entry of a role's navigation. */
export interface NavItem {
  readonly href: string;
  /** Its word in the catalogue's `shell`. */
  readonly label: "home" | "find" | "changePassword";
  readonly icon: LucideIcon;
}

/** What each role finds in its navigation, in this order; a console adds its pages here. */
export function navOf(role: Role): readonly NavItem[] {
  return [
    { href: homes[role], label: "home", icon: House },
    { href: "/", label: "find", icon: MapPin },
    { href: "/change-password", label: "changePassword", icon: KeyRound },
  ];
}
