import { eq, sql } from "drizzle-orm";

import {
  accountLinks,
  loginSessions,
  operatorStations,
  owners,
  refreshTokens,
  users,
} from "@/db/schema/accounts";
import { userPictures } from "@/db/schema/accounts-pictures";
import type { Context } from "@/lib/core/context";
import type { Erased } from "@/lib/core/eraser";
import type { Counts } from "@/lib/core/job";

/**
 * Replaces what the account says of its person by what says nothing, and removes whatever opens it. An address of
 * `.invalid` reaches nobody (RFC 2606); an erased NIC is no NIC of any country.
 */
export async function erasePerson(ctx: Context, { userId, name }: Erased): Promise<Counts> {
  const { db } = ctx;
  const people = await db
    .update(users)
    .set({
      name,
      email: `${userId}@erased.invalid`,
      phone: null,
      locale: null,
      theme: null,
      hourCycle: null,
      distanceUnit: null,
      passwordHash: null,
      lastLoginAt: null,
      tokenVersion: sql`${users.tokenVersion} + 1`,
      updatedAt: ctx.clock.now(),
    })
    .where(eq(users.id, userId));
  await db
    .update(owners)
    .set({ nic: `ERASED-${userId}`, vehiclePlate: null })
    .where(eq(owners.userId, userId));
  await db.delete(userPictures).where(eq(userPictures.userId, userId));
  await db.delete(operatorStations).where(eq(operatorStations.userId, userId));
  const tokens = await db.delete(refreshTokens).where(eq(refreshTokens.userId, userId));
  const sessions = await db.delete(loginSessions).where(eq(loginSessions.userId, userId));
  const links = await db.delete(accountLinks).where(eq(accountLinks.userId, userId));
  return {
    users: people.count,
    refreshTokens: tokens.count,
    loginSessions: sessions.count,
    links: links.count,
  };
}
