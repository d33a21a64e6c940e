import type { UserActor, Role, UserStatus } from "@/lib/core/actor";
import type { Config } from "@/lib/core/config";
import type { Db } from "@/lib/core/context";
import { offeredLocales } from "@/lib/words/say";
import { groupKey, type Kind } from "@/lib/sites/schedules/place-groups";
import { newId } from "@/lib/core/ids";
import { operatorStations, owners, users } from "@/db/schema/accounts";
import type { AgreedTariff } from "@/db/schema/bookings";
import { businesses } from "@/db/schema/businesses";
import { placeGroups, slots } from "@/db/schema/schedules";
import { connectors, stations } from "@/db/schema/stations";
import { tariffs } from "@/db/schema/tariffs";

/** The instant most tests begin at: a Monday, 08:00 in New York. */
export const testStart = new Date("2026-06-01T12:00:00.000Z");

export const testConfig: Config = {
  baseUrl: "http://baybook.test",
  contact: {},
  accessTokenKeys: [{ id: "t1", secret: "test-access-token-secret-0123456789ab" }],
  qrKeys: [{ id: "q1", secret: "test-qr-secret-0123456789abcdefghijkl" }],
  dataKeys: [{ id: "d1", secret: "test-data-secret-0123456789abcdefghij" }],
  webhooks: { allowPrivate: false },
  uploadsDir: process.env.UPLOADS_DIR ?? "",
  locales: offeredLocales({ inTest: true }),
  settings: {},
};

let serial = 0;

/** An Active business, inserted as it is; rules of its making are tested in its room. */
export async function makeBusiness(db: Db, name = "Hudson Charging"): Promise<{ id: string }> {
  const id = newId();
  serial += 1;
  await db.insert(businesses).values({
    id,
    name,
    contactName: "Ada Office",
    contactEmail: `office${serial}@example.test`,
    contactPhone: "+12125550100",
    timeZone: "America/New_York",
    status: "Active",
    createdAt: testStart,
  });
  return { id };
}

/** A user of the role and the actor that stands for it. Owners get a fresh NIC, operators their stations. */
export async function makeUser(
  db: Db,
  role: Role,
  options: {
    businessId?: string;
    stationIds?: readonly string[];
    status?: UserStatus;
    passwordHash?: string;
    name?: string;
    locale?: string;
    /** An owner's identity number; a fresh one by default, null for none. */
    nic?: string | null;
  } = {},
): Promise<UserActor> {
  serial += 1;
  const { businessId = null, stationIds = [], status = "Active" } = options;
  const actor: UserActor = {
    kind: "User",
    userId: newId(),
    role,
    status,
    name: options.name ?? `${role} ${serial}`,
    email: `user${serial}@example.test`,
    locale: options.locale ?? null,
    businessId,
    stationIds,
    ownerNic:
      role !== "EvOwner"
        ? null
        : options.nic === undefined
          ? String(200_000_000_000 + serial)
          : options.nic,
  };
  await db.insert(users).values({
    id: actor.userId,
    role,
    status,
    businessId,
    email: `user${serial}@example.test`,
    phone: `+1212555${String(1000 + serial)}`,
    name: actor.name,
    locale: actor.locale,
    passwordHash: options.passwordHash ?? null,
    createdAt: testStart,
    updatedAt: testStart,
  });
  if (role === "EvOwner") {
    const nic = actor.ownerNic;
    await db.insert(owners).values({ userId: actor.userId, nic, country: nic && "LK" });
  }
  if (businessId && stationIds.length > 0) {
    await db
      .insert(operatorStations)
      .values(stationIds.map((stationId) => ({ userId: actor.userId, stationId, businessId })));
  }
  return actor;
}

export const energyTariff: AgreedTariff = {
  mode: "Energy",
  currency: "USD",
  feeMinor: null,
  perHourMinor: 600,
  perKwhMinor: 45,
  minimumFeeMinor: null,
  billingIncrementMinutes: 60,
  taxMilliPercent: 8_875,
  lateCancelFeeMinor: 500,
};

const usualKind: Kind = { standards: ["IEC_62196_T1_COMBO"], powerW: 50_000 };

/** A station with connectors and a tariff, but without a schedule or slots: see `makeSlots`. */
export async function makeStation(
  db: Db,
  businessId: string | null,
  options: Partial<typeof stations.$inferInsert> & {
    connectors?: number;
    /** Plugs and power in watts of each place, instead of so many alike. */
    places?: readonly Kind[];
    tariff?: AgreedTariff | null;
  } = {},
): Promise<{ id: string; connectorIds: string[] }> {
  const { connectors: count = 4, tariff = energyTariff, id = newId(), ...rest } = options;
  const { places = Array.from({ length: count }, () => usualKind), ...columns } = rest;
  serial += 1;
  await db.insert(stations).values({
    id,
    businessId,
    name: `Station ${serial}`,
    address: "1 Main Street, Albany, NY",
    latitude: 42.6526,
    longitude: -73.7562,
    timeZone: "America/New_York",
    type: "DC",
    slotMinutes: 60,
    approval: "Manual",
    createdAt: testStart,
    updatedAt: testStart,
    ...columns,
  });
  const kinds = new Map(
    (places.length > 0 ? places : [usualKind]).map((kind) => [groupKey(kind), kind]),
  );
  await db.insert(placeGroups).values(
    [...kinds].map(([key, { standards, powerW }], index) => ({
      stationId: id,
      number: index + 1,
      key,
      standards: [...standards].toSorted(),
      powerW,
    })),
  );
  const connectorIds = places.map(() => newId());
  if (places.length > 0) {
    await db.insert(connectors).values(
      places.map(({ standards, powerW }, index) => ({
        id: connectorIds[index] ?? "",
        stationId: id,
        number: index + 1,
        standards: [...standards],
        maxPowerW: powerW,
        createdAt: testStart,
        updatedAt: testStart,
      })),
    );
  }
  if (tariff) {
    await db
      .insert(tariffs)
      .values({ id: newId(), stationId: id, ...tariff, createdAt: testStart });
  }
  return { id, connectorIds };
}

/** `count` contiguous slots of `minutes` from `from` on, with the given capacity. */
export async function makeSlots(
  db: Db,
  stationId: string,
  from: Date,
  count: number,
  options: { capacity?: number; minutes?: number } = {},
): Promise<void> {
  const { capacity = 4, minutes = 60 } = options;
  const length = minutes * 60_000;
  await db.insert(slots).values(
    Array.from({ length: count }, (_, index) => ({
      stationId,
      startsAt: new Date(from.getTime() + index * length),
      endsAt: new Date(from.getTime() + (index + 1) * length),
      capacity,
      openPlaces: "1".repeat(capacity),
      updatedAt: testStart,
    })),
  );
}
