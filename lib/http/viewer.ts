import { redirect } from "next/navigation";

import { type Role, type UserActor, userOf } from "@/lib/core/actor";

import { processLocales } from "@/lib/process/context";
import type { Locale } from "@/lib/words/say";

import { browserRequest, pageError } from "./browser-context";
import { homeOf, loginPath } from "./navigation";

/** Who looks at a page, as far as its frame needs to know. */
export interface Viewer {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Path of the role's first page. */
  readonly home: string;
  /** How pages look to them; null where they never chose. */
  readonly theme?: UserActor["theme"];
}

/**
 * The signed-in person for the frame around a page, or null. It gates nothing: every page does so itself, by
 * `page()`, because a layout does not run again on navigation.
 */
export async function currentViewer(): Promise<Viewer | null> {
  try {
    const user = userOf((await browserRequest()).ctx);
    if (!user) return null;
    const { userId: id, name, role, theme } = user;
    return { id, name, role, home: homeOf(role), theme };
  } catch (error) {
    throw pageError(error);
  }
}

/** The languages that a reader may choose. */
export const languagesOffered = (): readonly Locale[] => processLocales();

/** The same for the frame of a role's area, where nobody known is sent to the login, which leads back. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await currentViewer();
  if (!viewer) redirect(loginPath((await browserRequest()).path));
  return viewer;
}
