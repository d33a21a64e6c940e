import type { Role } from "@/lib/core/actor";

/** Where each role lives; a role area is a folder of app/. */
const homes: Readonly<Record<Role, string>> = {
  SystemAdmin: "/admin",
  Backoffice: "/backoffice",
  Operator: "/operator",
  EvOwner: "/owner",
};

/** The first page of a role. */
export function homeOf(role: Role): string {
  return homes[role];
}

/** The role whose area the path lies in, if it lies in one. */
export function areaOf(pathname: string): Role | undefined {
  const first = `/${pathname.split("/")[1] ?? ""}`;
  return (Object.keys(homes) as Role[]).find((role) => homes[role] === first);
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
