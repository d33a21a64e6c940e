import { eq, inArray } from "drizzle-orm";

import { users } from "@/db/schema/accounts";
import { bookings } from "@/db/schema/bookings";
import { businesses } from "@/db/schema/businesses";
import { sessions } from "@/db/schema/sessions";
import { stations } from "@/db/schema/stations";
import type { Context } from "@/lib/core/context";
import type { AuditedThing } from "@/lib/records/audit/inside";

type Ids = string[];
interface Named {
  readonly id: string;
  readonly name: string;
}

const ofBookings = (ctx: Context, ids: Ids) =>
  ctx.db
    .select({ id: bookings.id, name: bookings.number })
    .from(bookings)
    .where(inArray(bookings.id, ids));

const ofStations = (ctx: Context, ids: Ids) =>
  ctx.db
    .select({ id: stations.id, name: stations.name })
    .from(stations)
    .where(inArray(stations.id, ids));

const ofBusinesses = (ctx: Context, ids: Ids) =>
  ctx.db
    .select({ id: businesses.id, name: businesses.name })
    .from(businesses)
    .where(inArray(businesses.id, ids));

const finders: Record<AuditedThing["entity"], (ctx: Context, ids: Ids) => Promise<Named[]>> = {
  Booking: ofBookings,
  Station: ofStations,
  Business: ofBusinesses,
  /** A session is known by its booking. */
  Session: (ctx, ids) =>
    ctx.db
      .select({ id: sessions.id, name: bookings.number })
      .from(sessions)
      .innerJoin(bookings, eq(bookings.id, sessions.bookingId))
      .where(inArray(sessions.id, ids)),
  User: (ctx, ids) =>
    ctx.db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids)),
  /** A setting is of a business or of a station; the platform's has no name. */
  Setting: async (ctx, ids) => [...(await ofBusinesses(ctx, ids)), ...(await ofStations(ctx, ids))],
};

/** What the things are called, by their ids; those that are gone are left out. */
export async function findNames(
  ctx: Context,
  things: readonly AuditedThing[],
): Promise<Map<string, string>> {
  const asked = Map.groupBy(things, ({ entity }) => entity);
  const found = await Promise.all(
    [...asked].map(([entity, of]) =>
      finders[entity](ctx, [...new Set(of.map(({ entityId }) => entityId))]),
    ),
  );
  return new Map(found.flat().map(({ id, name }) => [id, name]));
}
