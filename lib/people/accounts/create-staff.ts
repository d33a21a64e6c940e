import { recordAudit } from "@/lib/records/audit/inside";
import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { hashPassword } from "@/lib/core/passwords";
import { authorize } from "@/lib/core/permissions";
import { publishEvent } from "@/lib/records/outbox/inside";

import { assertPasswordUncommon } from "./rules";
import { findAccount, type AccountRow } from "./store/accounts";
import { insertUser } from "./store/people";

/** A user to be made by somebody else. */
export interface NewStaff {
  readonly role: "Backoffice" | "Operator";
  readonly businessId: string;
  /** Lower case. */
  readonly email: string;
  readonly name: string;
  /** E.164. */
  readonly phone?: string;
  /** Without one, an invitation with a link is sent. */
  readonly password?: string;
  /** Whether that password must be changed at the first login on the web. */
  readonly mustChangePassword?: boolean;
}

/**
 * Makes a Backoffice user (SystemAdmin alone) or an Operator (the business's office too).
 * Throws `user.email_taken` at `email`, `password.common` at `password`.
 */
export async function createStaff(ctx: Context, staff: NewStaff): Promise<AccountRow> {
  const permission = staff.role === "Operator" ? "operator.manage" : "business.decide";
  authorize(ctx, permission, { businessId: staff.businessId }, "business.not_found");
  return addUser(ctx, staff);
}

/** Adds a user without a word on who may: audit, events, and the invitation where there is no password. */
export async function addUser(
  ctx: Context,
  user: Omit<NewStaff, "role" | "businessId"> & {
    readonly role: "SystemAdmin" | NewStaff["role"];
    readonly businessId: string | null;
  },
): Promise<AccountRow> {
  const { password, ...facts } = user;
  if (password !== undefined) assertPasswordUncommon(password, "password");
  const passwordHash = password === undefined ? null : await hashPassword(password);
  return inTransaction(ctx, async (ctx) => {
    const id = newId();
    const now = ctx.clock.now();
    await insertUser(ctx, { ...facts, id, passwordHash, createdAt: now, updatedAt: now });
    const { role, businessId } = user;
    await recordAudit(ctx, {
      entity: "User",
      entityId: id,
      action: "Create",
      to: "Active",
      changes: { role },
      businessId,
    });
    const payload = { userId: id };
    await publishEvent(ctx, { type: "user.created", payload, businessId });
    if (!passwordHash) await publishEvent(ctx, { type: "user.invited", payload, businessId });
    const account = await findAccount(ctx, id);
    if (!account) throw fail("user.not_found");
    return account;
  });
}
