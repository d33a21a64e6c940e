import type { Role } from "@/lib/core/actor";

/** Who looks at the page, as far as its frame needs to know. */
export interface Viewer {
  readonly name: string;
  readonly role: Role;
  /** Path of the role's first page. */
  readonly home: string;
}
