import { isAppError } from "@/lib/core/errors";
import type { Context } from "@/lib/core/context";
import { readOwner } from "@/lib/people/accounts";
import type { OwnerView } from "@/lib/people/accounts/schema";

/**
 * Those of the found who never booked here: the list shows them because they were named by their whole number, phone or
 * email, and there is no page of them (product.md, Permission matrix). Without a search there is none.
 */
export async function findStrangers(
  ctx: Context,
  search: string | undefined,
  found: readonly OwnerView[],
): Promise<ReadonlySet<string>> {
  if (search === undefined) return new Set();
  const ids = await Promise.all(
    found.map(async ({ id }) => ((await hasPage(ctx, id)) ? [] : [id])),
  );
  return new Set(ids.flat());
}

async function hasPage(ctx: Context, id: string): Promise<boolean> {
  try {
    await readOwner(ctx, { nic: id });
    return true;
  } catch (error) {
    if (isAppError(error) && error.code === "owner.not_found") return false;
    throw error;
  }
}
