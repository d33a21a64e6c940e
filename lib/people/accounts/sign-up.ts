import type { Context } from "@/lib/core/context";
import { openTo } from "@/lib/core/permissions";

import { storeOwner } from "./register-owner";
import type { RegisterDriver } from "./schema";

/**
 * Registers an EV owner without an identity number, as the site's form does: it signs the browser in afterwards, so that
 * no tokens are made. Answers the id. Throws as `registerDriver` does.
 */
export async function signUp(
  ctx: Context,
  { password, role: _role, ...person }: RegisterDriver,
): Promise<{ readonly id: string }> {
  openTo(ctx, "owner.register");
  return { id: await storeOwner(ctx, password, person, {}) };
}
