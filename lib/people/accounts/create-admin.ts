import type { Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";

import { addUser } from "./create-staff";
import type { CreateAdmin, UserView } from "./schema";
import { viewUser } from "./view";

/**
 * Makes a SystemAdmin: the first by the installation itself (000-23), others by a SystemAdmin.
 * Throws `user.email_taken` at `email`, `password.common` at `password`.
 */
export async function createAdmin(ctx: Context, input: CreateAdmin): Promise<UserView> {
  scopeOf(ctx, "user.manage");
  return viewUser(await addUser(ctx, { ...input, role: "SystemAdmin", businessId: null }));
}
