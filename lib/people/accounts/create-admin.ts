import type { Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";

import { addUser } from "./create-staff";
import type { CreateAdmin, UserView } from "./schema";
import { viewUser } from "./view";

/**
 * Makes a SystemAdmin, by the command of whoever runs the installation (000-23): no account makes one.
 * Throws `user.email_taken` at `email`, `password.common` at `password`.
 */
export async function createAdmin(ctx: Context, input: CreateAdmin): Promise<UserView> {
  scopeOf(ctx, "admin.create");
  return viewUser(ctx, await addUser(ctx, { ...input, role: "SystemAdmin", businessId: null }));
}
