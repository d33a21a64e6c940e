import { eq } from "drizzle-orm";

import { users } from "@/db/schema/accounts";
import { businesses } from "@/db/schema/businesses";
import type { Context } from "@/lib/core/context";

/** Someone to write to. */
export interface Addressee {
  readonly name: string;
  readonly email: string;
  /** Their language, where they chose one. */
  readonly locale?: string | null;
  readonly businessName?: string;
}

export async function findUser(ctx: Context, userId: string): Promise<Addressee | null> {
  const [row] = await ctx.db
    .select({ name: users.name, email: users.email, locale: users.locale })
    .from(users)
    .where(eq(users.id, userId));
  return row ?? null;
}

export async function findContact(ctx: Context, businessId: string): Promise<Addressee | null> {
  const [row] = await ctx.db
    .select({
      name: businesses.contactName,
      email: businesses.contactEmail,
      businessName: businesses.name,
    })
    .from(businesses)
    .where(eq(businesses.id, businessId));
  return row ?? null;
}
