import {
  and,
  desc,
  eq,
  getTableColumns,
  inArray,
  isNotNull,
  notInArray,
  sql,
  type SQL,
} from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";

import { operatorStations, owners, users } from "@/db/schema/accounts";
import { signsOfPlate } from "@/db/schema/columns";
import type { UserStatus } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { findScope, permits } from "@/lib/core/permissions";
import type { NicCountry } from "@/lib/core/identity-numbers";
import type { StatusStep } from "@/lib/core/transitions";

import type { LoginName } from "../parse-login-name";

type UserRow = typeof users.$inferSelect;

/** A user with what its role adds: an owner's identity, an operator's stations (ascending). */
export interface AccountRow extends UserRow {
  readonly nic: string | null;
  readonly country: NicCountry | null;
  readonly vehiclePlate: string | null;
  readonly stationIds: readonly string[];
  /** Whether no other SystemAdmin is Active, and this one is. */
  readonly isLastAdmin: boolean;
  /** False of an owner who never booked at the business whose office asks. */
  readonly isServed: boolean;
}

export interface OwnerRow extends AccountRow {
  readonly role: "EvOwner";
}

const stationIds = sql<string[]>`array(
  select ${operatorStations.stationId} from ${operatorStations}
  where ${operatorStations.userId} = ${users.id} order by 1
)`;

const others = alias(users, "others");
const isLastAdmin = sql<boolean>`(
  ${users.role} = 'SystemAdmin' and ${users.status} = 'Active' and not exists (
    select from ${users} as ${sql.identifier("others")}
    where ${others.role} = 'SystemAdmin' and ${others.status} = 'Active' and ${others.id} <> ${users.id}
  )
)`;

/** Whether the caller serves the owner: an office those who booked at its stations, everybody else whom they reach. */
export function isServed(ctx: Context): SQL<boolean> {
  return sql<boolean>`(${users.role} <> 'EvOwner' or ${isServedOwner(ctx)})`;
}

/** The same among owners alone, where the database may begin with those whom a small office serves. */
export function isServedOwner(ctx: Context): SQL<boolean> {
  const scope = findScope(ctx, "owner.list");
  if (!scope) return permits(ctx, "owner.list") ? sql<boolean>`false` : sql<boolean>`true`;
  if (scope.reach !== "business") return sql<boolean>`true`;
  return sql<boolean>`${ctx.ports.hasBookedAt(scope.businessId, users.id)}`;
}

/** Every column of an AccountRow and those of `also`, for the room's own selects. */
export function selectAccounts<T extends Readonly<Record<string, SQL>> = {}>(
  ctx: Context,
  also = {} as T,
) {
  return ctx.db
    .select({
      ...also,
      ...getTableColumns(users),
      nic: owners.nic,
      country: sql<NicCountry | null>`${owners.country}`,
      vehiclePlate: owners.vehiclePlate,
      stationIds,
      isLastAdmin,
      isServed: isServed(ctx),
    })
    .from(users)
    .leftJoin(owners, eq(owners.userId, users.id));
}

async function findOne(ctx: Context, where: SQL | undefined): Promise<AccountRow | null> {
  const [row] = await selectAccounts(ctx).where(where);
  return row ?? null;
}

export async function findAccount(ctx: Context, userId: string): Promise<AccountRow | null> {
  return findOne(ctx, eq(users.id, userId));
}

/** The account, locked for update; throws `user.not_found`. */
export async function lockAccount(ctx: Context, userId: string): Promise<AccountRow> {
  const [row] = await selectAccounts(ctx)
    .where(eq(users.id, userId))
    // Not alone: who deletes an account holds it while others' rows that name it are awaited.
    .for("no key update", { of: users });
  if (!row) throw fail("user.not_found");
  return row;
}

/** The account that logs in by this name. Phones log in owners alone, who alone have them to themselves. */
export async function findByLoginName(ctx: Context, name: LoginName): Promise<AccountRow | null> {
  if ("email" in name) return findOne(ctx, eq(users.email, name.email));
  if ("nic" in name) return findOne(ctx, eq(owners.nic, name.nic));
  const [row] = await selectAccounts(ctx)
    .where(and(inArray(users.phone, [name.phone, name.formerly]), eq(users.role, "EvOwner")))
    .orderBy(desc(eq(users.phone, name.phone)))
    .limit(1);
  return row ?? null;
}

export async function findByNic(ctx: Context, nic: string): Promise<AccountRow | null> {
  return findOne(ctx, eq(owners.nic, nic));
}

/** The owners whose car has this plate, however it is written; two at most, which is one too many. */
export async function findByPlate(ctx: Context, plate: string): Promise<AccountRow[]> {
  return selectAccounts(ctx)
    .where(eq(signsOfPlate(owners.vehiclePlate), signsOfPlate(plate)))
    .limit(2);
}

/**
 * Notes a login, and a fresher hash where there is one, on the account as it was read.
 * False when password, status or version changed meanwhile.
 */
export async function recordLogin(
  ctx: Context,
  seen: AccountRow,
  login: { at: Date; passwordHash?: string },
): Promise<boolean> {
  const rows = await ctx.db
    .update(users)
    .set({ lastLoginAt: login.at, ...(login.passwordHash && { passwordHash: login.passwordHash }) })
    .where(
      and(
        eq(users.id, seen.id),
        eq(users.tokenVersion, seen.tokenVersion),
        eq(users.status, seen.status),
      ),
    )
    .returning({ id: users.id });
  return rows.length === 1;
}

/** Stores a new password, chosen by the user; the caller closes the sessions. */
export async function storePassword(
  ctx: Context,
  userId: string,
  passwordHash: string,
): Promise<void> {
  await ctx.db
    .update(users)
    .set({
      passwordHash,
      mustChangePassword: false,
      isDemoLogin: false,
      updatedAt: ctx.clock.now(),
    })
    .where(eq(users.id, userId));
}

/** Emails of accounts that anybody enters by the demo's published password; a few of them. */
export async function findDemoLogins(ctx: Context): Promise<string[]> {
  const rows = await ctx.db
    .select({ email: users.email })
    .from(users)
    .where(
      and(
        users.isDemoLogin,
        isNotNull(users.passwordHash),
        notInArray(users.status, ["Blocked", "Erased"]),
      ),
    )
    .orderBy(users.email)
    .limit(3);
  return rows.map(({ email }) => email);
}

const stays = { deletedAt: null, deletedFrom: null };

/** Takes the step where the account is in one of its statuses `from`; false where it is not. */
export async function storeStatus(
  ctx: Context,
  userId: string,
  step: StatusStep<UserStatus>,
  { deletedAt, deletedFrom }: Pick<UserRow, "deletedAt" | "deletedFrom"> = stays,
): Promise<boolean> {
  const rows = await ctx.db
    .update(users)
    .set({
      status: step.to,
      deletedAt,
      deletedFrom,
      erasureToldAt: null,
      updatedAt: ctx.clock.now(),
    })
    .where(and(eq(users.id, userId), inArray(users.status, [...step.from])))
    .returning({ id: users.id });
  return rows.length === 1;
}

/** Locks every active SystemAdmin, in one order, and says who they are. */
export async function lockActiveAdmins(ctx: Context): Promise<void> {
  await ctx.db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, "SystemAdmin"), eq(users.status, "Active")))
    .orderBy(users.id)
    .for("update");
}
