import type { Role } from "@/lib/core/actor";

import { browserRequest, pageError } from "./browser-context";
import { homeOf } from "./navigation";

/** Who looks at a page, as far as its frame needs to know. */
export interface Viewer {
  readonly name: string;
  readonly role: Role;
  /** Path of the role's first page. */
  readonly home: string;
}

/**
 * The signed-in person for the frame around a page, or null. It gates nothing: every page does so itself, by
 * `page()`, because a layout does not run again on navigation.
 */
export async function currentViewer(): Promise<Viewer | null> {
  try {
    const { actor } = (await browserRequest()).ctx;
    if (actor.kind !== "User") return null;
    return { name: actor.name, role: actor.role, home: homeOf(actor.role) };
  } catch (error) {
    throw pageError(error);
  }
}
