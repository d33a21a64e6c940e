import { settings } from "@/db/schema/settings";
import { approveBooking, createBooking } from "@/lib/charging/bookings";
import type { Actor, UserActor } from "@/lib/core/actor";
import type { Context, Db } from "@/lib/core/context";
import { isAppError } from "@/lib/core/errors";
import { makeContext } from "@/lib/process/wiring";
import type { SettingName } from "@/lib/words";

import { hours, testClockAt, type TestClock } from "../../../support/test-clock";
import {
  makeBusiness,
  makeSlots,
  makeStation,
  makeUser,
  testConfig,
  testStart,
} from "../../../support/world";

export type Value = string | number | boolean;
export type Layer = "Environment" | "Platform" | "Business" | "Station";

/** The instant so many hours after the tests' start. */
export const at = (hour: number, ms = 0) => new Date(testStart.getTime() + hours(hour) + ms);

/** A business with a station whose slots are hourly for 15 days, and people to act there. */
export interface Scene {
  readonly db: Db;
  readonly clock: TestClock;
  readonly businessId: string;
  readonly stationId: string;
  readonly office: UserActor;
  readonly operator: UserActor;
  readonly admin: UserActor;
  as(actor: Actor): Context;
  owner(): Promise<UserActor>;
  /** A booking of a new owner, Approved, from the hour on. */
  approved(hour: number): Promise<{ id: string; owner: UserActor }>;
}

const platformId = "00000000-0000-0000-0000-000000000000";

/** A fresh scene in which each layer says what it is given; another business's layers say something else. */
export async function setScene(
  db: Db,
  name: SettingName,
  said: Readonly<Partial<Record<Layer, Value>>>,
  decoy: Value,
): Promise<Scene> {
  const clock = testClockAt(testStart);
  const [home, rival] = [await makeBusiness(db), await makeBusiness(db)];
  const station = await makeStation(db, home.id);
  const foreign = await makeStation(db, rival.id);
  await makeSlots(db, station.id, at(-2), 24 * 15, { capacity: 4 });
  const { Environment, Platform, Business, Station } = said;
  const row = (scope: "Platform" | "Business" | "Station", scopeId: string, value: Value) => ({
    scope,
    scopeId,
    name,
    value,
    updatedAt: testStart,
  });
  await db.delete(settings);
  await db
    .insert(settings)
    .values([
      row("Business", rival.id, decoy),
      row("Station", foreign.id, decoy),
      ...(Platform === undefined ? [] : [row("Platform", platformId, Platform)]),
      ...(Business === undefined ? [] : [row("Business", home.id, Business)]),
      ...(Station === undefined ? [] : [row("Station", station.id, Station)]),
    ]);
  const config = {
    ...testConfig,
    settings: Environment === undefined ? {} : { [name]: Environment },
  };
  const as = (actor: Actor) => makeContext({ db, actor, clock, config });
  const stationIds = [station.id];
  const operator = await makeUser(db, "Operator", { businessId: home.id, stationIds });
  const owner = () => makeUser(db, "EvOwner");
  return {
    db,
    clock,
    businessId: home.id,
    stationId: station.id,
    office: await makeUser(db, "Backoffice", { businessId: home.id }),
    operator,
    admin: await makeUser(db, "SystemAdmin"),
    as,
    owner,
    async approved(hour) {
      const booker = await owner();
      const range = { startsAt: at(hour), endsAt: at(hour + 1) };
      const { id } = await createBooking(as(booker), { stationId: station.id, ...range });
      await approveBooking(as(operator), { id });
      return { id, owner: booker };
    },
  };
}

/** A value that a refusal's details say; the fallback where the call was not refused. */
export async function refusedWith(
  code: string,
  detail: string,
  call: Promise<unknown>,
): Promise<unknown> {
  try {
    await call;
    return `not refused with ${code}`;
  } catch (error) {
    if (!isAppError(error)) throw error;
    return error.code === code ? error.details?.[detail] : error.code;
  }
}
