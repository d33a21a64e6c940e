import { eq } from "drizzle-orm";

import { operatorStations, owners, users } from "@/db/schema/accounts";
import type { Context } from "@/lib/core/context";
import { failField } from "@/lib/core/errors";
import type { NicCountry } from "@/lib/core/identity-numbers";
import type { DistanceUnit } from "@/lib/core/units";
import type { WithoutStatus } from "@/lib/core/transitions";

type Theme = (typeof users.$inferSelect)["theme"];
type NewUser = typeof users.$inferInsert;
type NewOwner = Omit<typeof owners.$inferInsert, "userId">;

/** What the database refuses, by constraint, in the words of the field that is at fault. */
const refusals: Readonly<Record<string, () => Error>> = {
  users_email_key: () => failField("user.email_taken", "email"),
  users_owner_phone_key: () => failField("owner.phone_taken", "phone"),
  owners_nic_unique: () => failField("owner.nic_taken", "nic"),
  operator_stations_station_fk: () => failField("operator.stations_unknown", "stationIds"),
};

/** Runs a write and says a broken constraint in our words; the driver's error sits in `cause`. */
async function namingTakenField<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    const name =
      cause instanceof Error && "constraint_name" in cause ? String(cause.constraint_name) : "";
    throw refusals[name]?.() ?? error;
  }
}

/** Adds a user; throws `user.email_taken` or `owner.phone_taken` at the field. */
export async function insertUser(ctx: Context, user: NewUser): Promise<void> {
  await namingTakenField(ctx.db.insert(users).values(user));
}

/** Adds what makes a user an owner; throws `owner.nic_taken` at the field. */
export async function insertOwner(ctx: Context, userId: string, owner: NewOwner): Promise<void> {
  await namingTakenField(ctx.db.insert(owners).values({ ...owner, userId }));
}

/** Changes a user's own facts; throws `user.email_taken` or `owner.phone_taken` at the field. */
export async function updatePerson(
  ctx: Context,
  userId: string,
  patch: WithoutStatus<{
    name: string;
    email: string;
    phone: string | null;
    locale: string | undefined;
    theme: Theme | null;
    hourCycle: 12 | 24 | null;
    distanceUnit: DistanceUnit | null;
  }>,
): Promise<void> {
  await namingTakenField(
    ctx.db
      .update(users)
      .set({ ...patch, updatedAt: ctx.clock.now() })
      .where(eq(users.id, userId)),
  );
}

/** Gives an owner their identity number; throws `owner.nic_taken` at the field. */
export async function updateNic(
  ctx: Context,
  userId: string,
  number: { readonly nic: string; readonly country: NicCountry },
): Promise<void> {
  await namingTakenField(ctx.db.update(owners).set(number).where(eq(owners.userId, userId)));
}

/** Copies the plate of the owner's default car, which is the one that counts (docs/decisions/vehicles.md). */
export async function updatePlate(
  ctx: Context,
  userId: string,
  vehiclePlate: string | null,
): Promise<void> {
  await ctx.db.update(owners).set({ vehiclePlate }).where(eq(owners.userId, userId));
}

/** Makes these the operator's stations; throws `operator.stations_unknown` unless all are of the business. */
export async function replaceStations(
  ctx: Context,
  operator: { userId: string; businessId: string },
  stationIds: readonly string[],
): Promise<void> {
  await ctx.db.delete(operatorStations).where(eq(operatorStations.userId, operator.userId));
  if (stationIds.length === 0) return;
  const rows = [...new Set(stationIds)].map((stationId) => ({ ...operator, stationId }));
  await namingTakenField(ctx.db.insert(operatorStations).values(rows));
}
