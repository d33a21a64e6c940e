import { desc, eq } from "drizzle-orm";

import { loginSessions, refreshTokens, users } from "@/db/schema/accounts";
import { idempotencyKeys } from "@/db/schema/http";
import { schedules, slots } from "@/db/schema/schedules";
import { stations } from "@/db/schema/stations";
import { tariffs } from "@/db/schema/tariffs";
import { readQr } from "@/lib/charging/bookings";
import { checkIn, finalizeSession, readCdr } from "@/lib/charging/sessions";
import { anonymous } from "@/lib/core/actor";
import { jobActor } from "@/lib/core/job-actor";
import { newId } from "@/lib/core/ids";
import { hashPassword } from "@/lib/core/passwords";
import { countTry } from "@/lib/http/login-tries";
import { countHit } from "@/lib/http/rate-limits";
import { cleanRecords } from "@/lib/jobs/clean-records";
import { readEnergy } from "@/lib/insight/reports";
import { ReadReport } from "@/lib/insight/reports/schema";
import { deleteUser, login } from "@/lib/people/accounts";
import { issueLink } from "@/lib/people/accounts/inside";
import { createDraft, discardDraft } from "@/lib/records/content";
import { previewSchedule } from "@/lib/sites/schedules";
import type { LimitName } from "@/lib/words";
import { SetSchedule } from "@/lib/sites/schedules/schema";
import { rebuildSlots } from "@/lib/sites/schedules/inside";
import { readBookingReview } from "@/lib/service/reviews";
import { CreateStation } from "@/lib/sites/stations/schema";
import {
  createStation,
  importStations,
  readTariffDefaults,
  setTariff,
  updateStation,
} from "@/lib/sites/stations";

import { hours, minutes } from "../../../support/test-clock";
import { makeUser } from "../../../support/world";
import { at, type Scene } from "./scene";

const dayMs = hours(24);
const password = "Charging-by-the-river-7";
const passwordHash = await hashPassword(password);
const location = { lat: 42.65, lng: -73.75 };
const connectors = [{ number: 1, standards: ["IEC_62196_T1_COMBO"], maxPowerKw: 50 }];

/** What saving CO₂ is reckoned with in the office's report. */
export async function co2BasisOf({ as, office }: Scene) {
  return (await readEnergy(as(office), ReadReport.parse({}))).basis;
}

/** Who is named as saying so; nobody where it is the words for figures without a source. */
export async function co2SourceOf(scene: Scene) {
  const { source } = await co2BasisOf(scene);
  return source.startsWith("round figures") ? "" : source;
}

/** What a station gets that names neither slot length, approval nor the price's currency and tax. */
export async function stationDefaults({ as, office }: Scene) {
  const station = await createStation(
    as(office),
    CreateStation.parse({
      name: "New",
      type: "DC",
      location,
      connectors,
      pricing: { mode: "Flat", fee: "5" },
    }),
  );
  const { slotMinutes, approval, pricing } = station;
  return { ...pricing, slotMinutes, approval };
}

/** The same of a station that an import makes. */
export async function importDefaults({ as, office, db }: Scene) {
  const id = newId();
  const source = JSON.stringify([
    {
      id,
      name: "Imported",
      address: "1 Pier Street",
      city: "Albany",
      country: "USA",
      coordinates: { latitude: "42.65", longitude: "-73.75" },
      time_zone: "America/New_York",
      evses: [
        {
          uid: "1",
          status: "AVAILABLE",
          connectors: [{ id: "1", standard: "CHADEMO", format: "CABLE", power_type: "DC" }],
        },
      ],
    },
  ]);
  const { rows } = await importStations(as(office), { source });
  const [row] = rows;
  if (row?.outcome !== "created") throw new Error(JSON.stringify(row));
  const [stored] = await db.select().from(stations).orderBy(desc(stations.id)).limit(1);
  return { slotMinutes: stored?.slotMinutes, approval: stored?.approval };
}

/** Currency and tax of a price that names neither, when it is set. */
export async function tariffDefaults({ as, office, stationId, db }: Scene) {
  await setTariff(as(office), { stationId, mode: "Flat", fee: "5" });
  const [tariff] = await db
    .select()
    .from(tariffs)
    .where(eq(tariffs.stationId, stationId))
    .orderBy(desc(tariffs.id))
    .limit(1);
  return { currency: tariff?.currency, taxPercent: (tariff?.taxMilliPercent ?? 0) / 1_000 };
}

/** The same, as the page of a price that is only tried goes by them. */
export const shownDefaults = ({ as, office, stationId }: Scene) =>
  readTariffDefaults(as(office), { stationId });

/** Country and party in a charge detail record. */
export async function partyOf(scene: Scene) {
  const { as, operator, clock } = scene;
  const { id, owner } = await scene.approved(30);
  const { token } = await readQr(as(owner), { id });
  clock.set(at(30));
  const session = await checkIn(as(operator), { qr: token });
  await finalizeSession(as(operator), { bookingId: id, kWh: "5" });
  const cdr = await readCdr(as(operator), { id: session.id });
  return { country: cdr.country_code, party: cdr.party_id };
}

/** For how many days after a visit its driver may say how it went. */
export async function reviewedFor(scene: Scene) {
  const { as, operator, clock } = scene;
  const { id, owner } = await scene.approved(30);
  const { token } = await readQr(as(owner), { id });
  clock.set(at(30));
  await checkIn(as(operator), { qr: token });
  await finalizeSession(as(operator), { bookingId: id });
  const { writeUntil } = await readBookingReview(as(owner), { id });
  return (Date.parse(writeUntil ?? "") - at(30).getTime()) / dayMs;
}

/** Numbers as they are typed at home, and the whole of each. */
const atHome = {
  LK: ["077 123 4567", "+94771234567"],
  GB: ["020 7946 0018", "+442079460018"],
  DE: ["030 901820", "+4930901820"],
  JP: ["03-5253-1111", "+81352531111"],
  US: ["(518) 555-0142", "+15185550142"],
} as const;

/** The country in which a phone is read that does not say its own. */
export async function phoneCountryOf({ as, office, stationId }: Scene) {
  for (const [country, [typed, whole]] of Object.entries(atHome)) {
    const changed = updateStation(as(office), { id: stationId, phone: typed });
    const read = await changed.then(
      ({ phone }) => phone,
      () => null,
    );
    if (read === whole) return country;
  }
  return null;
}

const allDay = [{ start: "00:00", end: "24:00" }];
const weekly = Object.fromEntries(
  ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map((day) => [day, allDay]),
);

/** Days until the end of the last slot that building them makes. */
export async function builtDays({ as, db, stationId, clock }: Scene) {
  await db.insert(schedules).values({ stationId, weekly, updatedAt: clock.now() });
  await rebuildSlots(as(jobActor("slots")), [stationId]);
  const [last] = await db
    .select()
    .from(slots)
    .where(eq(slots.stationId, stationId))
    .orderBy(desc(slots.endsAt))
    .limit(1);
  return Math.round(((last?.endsAt.getTime() ?? 0) - clock.now().getTime()) / dayMs);
}

/** The same of a preview. */
export async function previewedDays({ as, office, stationId, clock }: Scene) {
  const preview = await previewSchedule(as(office), {
    stationId,
    ...SetSchedule.parse({ weekly }),
  });
  const last = Date.parse(preview.slots.at(-1)?.endsAt ?? "");
  return Math.round((last - clock.now().getTime()) / dayMs);
}

/** Days that a key is kept: at the last millisecond it is there, after it is gone. */
export async function keptDays({ as, db, clock }: Scene) {
  const kept = { caller: newId(), key: newId(), fingerprint: "", status: 200, headers: {} };
  await db.insert(idempotencyKeys).values({ ...kept, data: null, createdAt: clock.now() });
  const began = clock.now().getTime();
  const clean = () => cleanRecords(as(jobActor("clean-up")));
  for (let day = 1; day <= 40; day += 1) {
    clock.set(new Date(began + day * dayMs));
    if ((await clean()).idempotencyKeys > 0) return "too early";
    clock.set(new Date(began + day * dayMs + 1));
    if ((await clean()).idempotencyKeys > 0) return day;
  }
  return "never";
}

/** Minutes and days that a login's tokens live. */
export async function tokenLives({ as, db, businessId, clock }: Scene) {
  const user = await newUser({ db, businessId });
  const { expiresIn } = await login(as(anonymous), { username: user.email, password });
  const [row] = await db.select().from(refreshTokens).where(eq(refreshTokens.userId, user.id));
  const days = (end = clock.real()) => (end.getTime() - clock.real().getTime()) / dayMs;
  const [session] = await db.select().from(loginSessions).where(eq(loginSessions.userId, user.id));
  return {
    access: expiresIn / 60,
    refresh: days(row?.expiresAt),
    session: days(session?.expiresAt),
  };
}

/** Minutes that each kind of link lives. */
export async function linkLives({ as, db, businessId, clock }: Scene) {
  const { id: userId } = await newUser({ db, businessId });
  const livesOf = async (purpose: "Invitation" | "PasswordReset") => {
    const { expiresAt } = await issueLink(as(jobActor("outbox")), { userId, purpose });
    return (expiresAt.getTime() - clock.real().getTime()) / minutes(1);
  };
  return { invitation: (await livesOf("Invitation")) / 60, reset: await livesOf("PasswordReset") };
}

let serial = 0;
async function newUser({ db, businessId }: Pick<Scene, "db" | "businessId">) {
  serial += 1;
  const user = {
    id: newId(),
    email: `lives${serial}@example.test`,
    role: "Backoffice" as const,
    status: "Active" as const,
    businessId,
    name: "Lives",
    phone: null,
    passwordHash,
    createdAt: at(0),
    updatedAt: at(0),
  };
  await db.insert(users).values(user);
  return user;
}

/** How many calls a limit allows, by address or caller. */
export const limitOf = (name: LimitName) => async (scene: Scene) => {
  const state = await countHit(scene.as(scene.office), name, { address: newId() });
  return state?.limit;
};

/** How many tries at an account a limit allows from one address. */
export async function triesAllowed(scene: Scene) {
  const one = { username: `${newId()}@example.test`, address: newId() };
  return (await countTry(scene.as(scene.office), "login", one))?.state.limit;
}

/** How many days ahead changed terms are published at the earliest. */
export async function noticeDays({ as, admin, clock }: Scene) {
  const draft = await createDraft(as(admin), { kind: "terms-of-service", locale: "en" });
  await discardDraft(as(admin), draft);
  return (Date.parse(draft.earliestAt ?? "") - clock.now().getTime()) / dayMs;
}

/** Days for which a deleted account may come back. */
export async function graceOf({ as, db, clock }: Scene) {
  const owner = await makeUser(db, "EvOwner", { passwordHash });
  const { eraseAfter } = await deleteUser(as(owner), { password });
  return (Date.parse(eraseAfter) - clock.now().getTime()) / dayMs;
}
