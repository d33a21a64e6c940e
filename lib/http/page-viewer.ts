import { userOf } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";

/** By what a script of a page says whose page it is, where it asks the API for a change. */
export const viewerHeader = "baybook-viewer";

/** The account that looked at the page, as its form or script says it; undefined where it says nothing. */
export function viewerOf(input: unknown): string | undefined {
  try {
    const said =
      input instanceof FormData
        ? input.get("viewer")
        : (input as { readonly viewer?: unknown } | null | undefined)?.viewer;
    return typeof said === "string" ? said : undefined;
  } catch {
    // What cannot be looked into says nothing.
    return undefined;
  }
}

/**
 * A page acts for the account that opened it: where somebody else has signed in since, in another tab, whoever looks
 * at it is told, and nothing is done. Throws `request.other_account`. Nobody gains by saying another's id, so it is
 * not sealed; a request that says nothing, such as a program's, acts for whoever sends it.
 */
export function assertSameViewer(ctx: Pick<Context, "actor">, viewer: string | undefined): void {
  const user = userOf(ctx);
  if (user && viewer !== undefined && viewer !== user.userId) throw fail("request.other_account");
}
