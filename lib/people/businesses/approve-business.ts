import { createStaff, type NewStaff } from "@/lib/people/accounts/inside";
import { inTransaction, type Context } from "@/lib/core/context";
import { failField, isAppError } from "@/lib/core/errors";
import { decide } from "@/lib/core/machines";
import { authorize } from "@/lib/core/permissions";

import { decideBusiness, lockRequest } from "./decide-business";
import { businessMachine } from "./rules";
import type { ApproveBusiness, ApprovedBusiness } from "./schema";
import { viewBusiness } from "./view";

/**
 * Makes a requested business Active and its contact (or `adminEmail`) a Backoffice user, who is invited by email,
 * or has the temporary password to change at the first login (000-19, C-37).
 * Throws `business.not_found`, `business.decided`, `user.email_taken` at `adminEmail`, or `password.common` at
 * `temporaryPassword`; then nothing is decided.
 */
export async function approveBusiness(
  ctx: Context,
  input: { readonly id: string } & ApproveBusiness,
): Promise<ApprovedBusiness> {
  const asked = { id: input.id, businessId: input.id };
  const request = authorize(ctx, "business.decide", asked, "business.not_found");
  return inTransaction(ctx, async (ctx) => {
    const locked = await lockRequest(ctx, request);
    decide(ctx, businessMachine, locked, "approve");
    const admin = await createFirstUser(ctx, {
      role: "Backoffice",
      businessId: locked.id,
      email: input.adminEmail ?? locked.contactEmail,
      name: locked.contactName,
      phone: locked.contactPhone,
      password: input.temporaryPassword,
      mustChangePassword: input.temporaryPassword !== undefined,
    });
    const business = await decideBusiness(ctx, locked, {
      action: "approve",
      payload: ({ thing }) => ({ businessId: thing.id, userId: admin.id }),
    });
    const invited = input.temporaryPassword === undefined;
    return { ...viewBusiness(ctx, business), admin: { id: admin.id, email: admin.email, invited } };
  });
}

/** Says what is wrong with the user in the fields of this input. */
async function createFirstUser(
  ctx: Context,
  staff: NewStaff,
): Promise<{ id: string; email: string }> {
  try {
    return await createStaff(ctx, staff);
  } catch (error) {
    if (isAppError(error, "user.email_taken")) throw failField("user.email_taken", "adminEmail");
    if (isAppError(error, "password.common")) {
      throw failField("password.common", "temporaryPassword");
    }
    throw error;
  }
}
