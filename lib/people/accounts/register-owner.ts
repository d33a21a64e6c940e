import { recordAudit } from "@/lib/records/audit/inside";
import { inTransaction, type Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { hashPassword } from "@/lib/core/passwords";
import { openTo } from "@/lib/core/permissions";
import { publishEvent } from "@/lib/records/outbox/inside";
import { defaultLocale } from "@/lib/words/say";

import { keepPhone } from "./keep-phone";
import { asOwner, assertPasswordUncommon } from "./rules";
import type { OwnerView, RegisterOwner } from "./schema";
import { findAccount } from "./store/accounts";
import { insertOwner, insertUser } from "./store/people";
import { viewOwner } from "./view";

/**
 * Registers an EV owner, Active at once (product.md, Owner; 000-54, 000-56). Throws `user.email_taken`,
 * `owner.phone_taken` or `owner.nic_taken` at the field that somebody has already, and `password.common`.
 */
export async function registerOwner(
  ctx: Context,
  input: RegisterOwner,
): Promise<OwnerView & { readonly nic: string }> {
  openTo(ctx, "owner.register");
  const { nic, country, vehiclePlate, password, ...person } = input;
  const id = await storeOwner(ctx, password, person, { nic, country, vehiclePlate });
  return { ...viewOwner(ctx, asOwner(await findAccount(ctx, id))), nic };
}

/** A new owner, Active at once, in a transaction of its own; answers the id. Throws as `registerOwner` does. */
export async function storeOwner(
  ctx: Context,
  password: string,
  person: Pick<RegisterOwner, "name" | "email"> & { readonly phone?: string | undefined },
  { vehiclePlate, ...owner }: Pick<Partial<RegisterOwner>, "nic" | "country" | "vehiclePlate">,
): Promise<string> {
  assertPasswordUncommon(password, "password");
  const passwordHash = await hashPassword(password);
  return inTransaction(ctx, async (ctx) => {
    const id = newId();
    const now = ctx.clock.now();
    await insertUser(ctx, {
      ...person,
      phone: person.phone === undefined ? null : await keepPhone(ctx, { typed: person.phone }),
      id,
      role: "EvOwner",
      passwordHash,
      // English is what everybody hears who never chose: it would shut out languages that come later.
      locale: ctx.locale === defaultLocale ? null : ctx.locale,
      createdAt: now,
      updatedAt: now,
    });
    await insertOwner(ctx, id, owner);
    await recordAudit(ctx, {
      entity: "User",
      entityId: id,
      action: "Create",
      to: "Active",
      changes: { role: "EvOwner" },
      ownerId: id,
    });
    await publishEvent(ctx, { type: "owner.registered", payload: { userId: id, ownerId: id } });
    if (vehiclePlate !== undefined) await ctx.ports.keepPlate(ctx, id, vehiclePlate);
    return id;
  });
}
