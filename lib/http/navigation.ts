import type { Role } from "@/lib/core/actor";
import { areaOfRole, areaRoles, type RoleArea } from "@/lib/core/areas";

/** The first page of a role. */
export function homeOf(role: Role): string {
  return `/${areaOfRole(role)}`;
}

/** Where the installed app begins: it has no page, but leads to whoever's home it is. */
export const startPath = "/start";

/** The role whose area the path lies in, if it lies in one. */
export function areaOf(pathname: string): Role | undefined {
  const first = pathname.split("/")[1] ?? "";
  return Object.hasOwn(areaRoles, first) ? areaRoles[first as RoleArea] : undefined;
}

/**
 * A path of this site to go on to, or undefined for anything else: no scheme, no host, no `//`, no backslash
 * or control character that a browser would read as one (quality.md: no open redirect).
 */
export function safeNext(next: string | readonly string[] | null | undefined): string | undefined {
  if (typeof next !== "string" || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next)) return undefined;
  const here = "http://here.invalid";
  const url = URL.canParse(next, here) ? new URL(next, here) : undefined;
  return url?.origin === here && !url.pathname.startsWith("//")
    ? `${url.pathname}${url.search}${url.hash}`
    : undefined;
}

/** The login page that leads back to `path` afterwards. */
export function loginPath(path?: string | null): string {
  const next = safeNext(path);
  return next === undefined || next === "/" ? "/login" : `/login?next=${encodeURIComponent(next)}`;
}

/** The page where drivers register, from a login page's address: it leads back to the same path. */
export function registerPath(login: string): string {
  return login.replace(/^\/login/, "/register");
}
