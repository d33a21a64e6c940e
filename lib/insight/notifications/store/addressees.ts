import { and, eq, inArray, or, type SQL } from "drizzle-orm";

import { operatorStations, users } from "@/db/schema/accounts";
import { businesses } from "@/db/schema/businesses";
import type { Role } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";

/** Someone to write to. */
export interface Addressee {
  readonly name: string;
  readonly email: string;
  /** Their language, where they chose one. */
  readonly locale?: string | null;
  readonly businessName?: string;
  /** By the 12 or 24 hour clock, where they chose one. */
  readonly hourCycle?: 12 | 24 | null;
  /** By whose clocks they are told times, where they belong to a business. */
  readonly timeZone?: string | null;
}

/** Someone with an account to be told. */
export interface Person extends Addressee {
  readonly id: string;
  readonly role: Role;
  readonly phone: string | null;
  readonly locale: string | null;
}

/** What a message keeps of how its reader reads times, for when it is worded. */
export const keptClock = ({ hourCycle }: Pick<Addressee, "hourCycle">): { clock?: string } =>
  hourCycle ? { clock: String(hourCycle) } : {};

export async function findUser(ctx: Context, userId: string): Promise<Person | null> {
  const [row] = await findPeople(ctx, eq(users.id, userId));
  return row ?? null;
}

/** Owners that may sign in, of these ids: a deactivated one is still told what becomes of their bookings. */
export async function findOwners(ctx: Context, ownerIds: readonly string[]): Promise<Person[]> {
  if (ownerIds.length === 0) return [];
  return findPeople(
    ctx,
    and(inArray(users.id, [...ownerIds]), inArray(users.status, ["Active", "Deactivated"])),
  );
}

/** Whether the account is deleted, and not erased yet. */
export async function isDeleted(ctx: Context, userId: string): Promise<boolean> {
  const found = await ctx.db.$count(users, and(eq(users.id, userId), eq(users.status, "Deleted")));
  return found > 0;
}

/** Those who work for the business now: its office, the station's operators, or both. */
export async function findStaff(
  ctx: Context,
  { businessId, stationId }: { readonly businessId: string; readonly stationId: string },
  to: { readonly office: boolean; readonly onSite: boolean },
): Promise<Person[]> {
  const assigned = ctx.db
    .select({ id: operatorStations.userId })
    .from(operatorStations)
    .where(eq(operatorStations.stationId, stationId));
  const office = to.office ? eq(users.role, "Backoffice") : undefined;
  const onSite = to.onSite
    ? and(eq(users.role, "Operator"), inArray(users.id, assigned))
    : undefined;
  return findPeople(
    ctx,
    and(eq(users.businessId, businessId), eq(users.status, "Active"), or(office, onSite)),
  );
}

/** Administrators who may sign in. */
export async function findAdmins(ctx: Context): Promise<Person[]> {
  return findPeople(ctx, and(eq(users.role, "SystemAdmin"), eq(users.status, "Active")));
}

async function findPeople(ctx: Context, where: SQL | undefined): Promise<Person[]> {
  const { id, role, name, email, phone, locale, hourCycle } = users;
  return ctx.db
    .select({ id, role, name, email, phone, locale, hourCycle, timeZone: businesses.timeZone })
    .from(users)
    .leftJoin(businesses, eq(businesses.id, users.businessId))
    .where(where);
}

/** What these accounts are called, by their ids. */
export async function findNames(
  ctx: Context,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await findPeople(ctx, inArray(users.id, [...userIds]));
  return new Map(rows.map(({ id, name, email }) => [id, name || email]));
}

export async function findContact(ctx: Context, businessId: string): Promise<Addressee | null> {
  const [row] = await ctx.db
    .select({
      name: businesses.contactName,
      email: businesses.contactEmail,
      businessName: businesses.name,
      timeZone: businesses.timeZone,
    })
    .from(businesses)
    .where(eq(businesses.id, businessId));
  return row ?? null;
}
