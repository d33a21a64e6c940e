import type { Role } from "./actor";

/** Whose each role area is; a role area is a folder of `app/` and the first part of its paths. */
export const areaRoles = {
  admin: "SystemAdmin",
  backoffice: "Backoffice",
  operator: "Operator",
  owner: "EvOwner",
} as const satisfies Readonly<Record<string, Role>>;

export type RoleArea = keyof typeof areaRoles;

/** A part of the pages with a frame of its own: the public site, what is about one's account, and each role's. */
export type Area = "site" | "account" | RoleArea;

/** The role whose frame an area has; undefined where everybody's is the same. */
export function roleOfArea(area: Area): Role | undefined {
  return area === "site" || area === "account" ? undefined : areaRoles[area];
}

/** The area that a role lives in. */
export function areaOfRole(role: Role): RoleArea {
  return roleAreas[role];
}

const roleAreas = Object.fromEntries(
  Object.entries(areaRoles).map(([area, role]) => [role, area]),
) as { readonly [R in RoleArea as (typeof areaRoles)[R]]: R };
