import { eq, isNull } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { bookings } from "@/db/schema/bookings";
import { uploads } from "@/db/schema/files";
import { idempotencyKeys, rateLimits } from "@/db/schema/http";
import { receipts, sessions } from "@/db/schema/sessions";
import { vehicles } from "@/db/schema/drivers";
import {
  approveBooking,
  cancelBooking,
  createBooking,
  readQr,
  rejectBooking,
} from "@/lib/charging/bookings";
import { keepRefusal } from "@/lib/charging/queue";
import {
  addPhoto,
  checkIn,
  finalizeSession,
  keepPhoto,
  startWalkUp,
  updateSession,
} from "@/lib/charging/sessions";
import { FinalizeSession } from "@/lib/charging/sessions/schema";
import type { UserActor } from "@/lib/core/actor";
import { fail } from "@/lib/core/errors";
import { jobs } from "@/lib/jobs/jobs";
import {
  deactivateUser,
  eraseUser,
  forgotPassword,
  reactivateUser,
  readOwner,
  updateOwner,
} from "@/lib/people/accounts";
import { newId } from "@/lib/core/ids";
import { addVehicle } from "@/lib/sites/drivers";
import type { OwnerView } from "@/lib/people/accounts/schema";
import { checkInvariants } from "@/lib/process/check-invariants";
import { sealAudits, verifyAudits } from "@/lib/records/audit";
import { sweepUploads } from "@/lib/records/files";
import { folderStore } from "@/lib/records/files/store/folder";
import { addHold } from "@/lib/sites/schedules";

import { testDatabase } from "../../../support/database";
import { dumpDatabase } from "../../../support/dump";
import { tinyPng } from "../../../support/pictures";
import { hours } from "../../../support/test-clock";
import {
  makeBusiness,
  makeSlots,
  makeStation,
  makeUser,
  testConfig,
  testStart,
} from "../../../support/world";
import { ownerActor, refusal, settingOf, password } from "./setting";

const { db } = await testDatabase();
const world = settingOf(db);
const { as, clock } = world;
const { id: businessId } = await makeBusiness(db);
const { id: stationId } = await makeStation(db, businessId, { connectors: 6, approval: "Manual" });
const operator = await makeUser(db, "Operator", { businessId, stationIds: [stationId] });
const office = await makeUser(db, "Backoffice", { businessId });
const admin = await makeUser(db, "SystemAdmin");
await makeSlots(db, stationId, testStart, 24 * 5, { capacity: 6 });
const at = (hour: number) => new Date(testStart.getTime() + hours(hour));

/** Everything by which the owner can be known, then and now; each occurs nowhere else. */
const known = {
  name: "Nimalkumari Jayawardene",
  formerName: "Nimalkumari Wickrama",
  email: "nimal.jaya@drivers.test",
  formerEmail: "nimal.wick@drivers.test",
  phone: "+94771230999",
  formerPhone: "+94771230111",
  nic: "199855512347",
  plate: "WP KLM-7731",
  formerPlate: "WP XYZ-1180",
  otherPlate: "WP QPR-2093",
  removedPlate: "WP TTV-6610",
  model: "Wanderlust Kombi",
  note: "wheelchair beside the kiosk",
  picture: "picture of the blue hatchback",
};

const found = (text: string) =>
  Object.entries(known)
    .filter(([, value]) => text.includes(value.toLowerCase()))
    .map(([name]) => name);

const book = async (owner: UserActor, hour: number) =>
  (
    await createBooking(as(owner), {
      stationId,
      startsAt: at(hour),
      endsAt: at(hour + 1),
      vehiclePlate: known.formerPlate,
    })
  ).id;

async function charge(owner: UserActor, hour: number, finish: boolean): Promise<void> {
  const id = await book(owner, hour);
  await approveBooking(as(operator), { id });
  const { token } = await readQr(as(owner), { id });
  clock.set(at(hour));
  const session = await checkIn(as(operator), { qr: token });
  await updateSession(as(operator), { id: session.id, notes: `${known.note}, ${known.name}` });
  await updateSession(as(operator), { id: session.id, addNote: `Again: ${known.note}` });
  const photo = { id: session.id, bytes: tinyPng, filename: `${known.picture}.png` };
  for (const told of [
    { addNote: `Third: ${known.note}` },
    { notes: known.note },
    { override: { reason: known.note } },
    { reason: known.note },
  ]) {
    const of = { sessionId: session.id };
    const late = { act: "Note", at: at(hour - 0.1), key: crypto.randomUUID(), of, told } as const;
    await keepRefusal(as(operator), late, fail("session.ended"));
  }
  const upload = await keepPhoto(as(operator), photo);
  await addPhoto(as(operator), { id: session.id, upload });
  if (finish) {
    const input = { bookingId: id, kWh: 7, payment: { mode: "card" } };
    await finalizeSession(as(operator), FinalizeSession.parse(input));
  }
}

/** Their former car, let in without a booking and as nobody's, now and after. */
async function comeAsGuests(): Promise<void> {
  for (const plate of [known.formerPlate, "wp xyz 1180", "WP ZZ-1"]) {
    const { id, bookingId } = await startWalkUp(as(operator), { stationId, plate });
    await updateSession(as(operator), { id, notes: "Scratched on the left" });
    const input = { bookingId, kWh: 7, payment: { mode: "cash" } };
    await finalizeSession(as(operator), FinalizeSession.parse(input));
  }
}

/** Bookings in every state, told by people who name them. */
async function makeBookings(owner: UserActor): Promise<void> {
  await comeAsGuests();
  await charge(owner, 1, true);
  await charge(owner, 2, false);
  await approveBooking(as(operator), { id: await book(owner, 3) });
  clock.set(at(3.5));
  await jobs["no-show"].run(world.job("no-show"));
  await book(owner, 20);
  await approveBooking(as(operator), { id: await book(owner, 22) });
  await rejectBooking(as(operator), { id: await book(owner, 24), reason: `${known.name} again` });
  await cancelBooking(as(owner), {
    id: await book(owner, 40),
    reason: `Call ${known.phone}`,
    chargeFee: false,
  });
  for (const [staff, hour] of [
    [operator, 42],
    [office, 44],
  ] as const) {
    const id = await book(owner, hour);
    await cancelBooking(as(staff), {
      id,
      reason: `${known.plate} is towed`,
      chargeFee: false,
    });
  }
}

/** What is left of them besides: answers kept by key, counted requests, what others wrote. */
async function leaveTraces(owner: OwnerView): Promise<void> {
  const kept = { fingerprint: "0", status: 201, createdAt: clock.now() };
  const headers = { Location: `/api/v1/owners/${owner.nic}` };
  await db.insert(idempotencyKeys).values([
    { ...kept, caller: "anonymous:1", key: "register", headers, data: owner },
    { ...kept, caller: owner.id, key: `of ${known.name}`, headers: {}, data: null },
    { ...kept, caller: office.userId, key: "list", headers: {}, data: { items: [owner] } },
  ]);
  const windowEndsAt = at(1);
  await db.insert(rateLimits).values([
    { bucket: `login:account:${owner.email}`, windowEndsAt, hits: 1 },
    { bucket: `login:account:${owner.id}@192.0.2.1`, windowEndsAt, hits: 1 },
    { bucket: `default:user:${owner.id}`, windowEndsAt, hits: 1 },
  ]);
  await addHold(as(office), {
    stationId,
    startsAt: at(90),
    endsAt: at(91),
    connectors: 1,
    reason: `${known.name.toUpperCase()} bent the cable`,
  });
  // Another's words, about what is nobody's: only by the plates are they found.
  for (const [index, plate] of [known.otherPlate, known.removedPlate].entries()) {
    await addHold(as(office), {
      stationId,
      startsAt: at(92 + index),
      endsAt: at(93 + index),
      connectors: 1,
      reason: `${plate} leaks oil there`,
    });
  }
}

async function makeOwner(): Promise<OwnerView> {
  const first = await world.owner(known.nic, {
    email: known.formerEmail,
    phone: known.formerPhone,
  });
  const acting = as(ownerActor(first));
  const { nic } = first;
  await updateOwner(acting, { nic }, { name: known.formerName, vehiclePlate: known.formerPlate });
  await updateOwner(acting, { nic }, { name: known.name, vehiclePlate: known.plate });
  await updateOwner(acting, { nic }, { email: known.email, phone: known.phone });
  const car = { make: "Custom", model: known.model, year: 2019, batteryKwh: 60 };
  await addVehicle(acting, { ...car, plate: known.otherPlate });
  // As the migration made them, of which no record says anything.
  await db.insert(vehicles).values({
    id: newId(),
    userId: first.id,
    plate: known.removedPlate,
    isDefault: false,
    deletedAt: testStart,
    createdAt: testStart,
    updatedAt: testStart,
  });
  await world.logIn(known.email, password);
  await deactivateUser(as(admin), { id: first.id, reason: `${known.name} wrote` });
  await reactivateUser(as(admin), { id: first.id, reason: `${known.email} wrote` });
  await forgotPassword(world.nobody, { username: known.email });
  return readOwner(acting, { nic });
}

describe("erasing an owner who has everything", async () => {
  const owner = await makeOwner();
  await makeBookings(ownerActor(owner));
  await leaveTraces(owner);
  await jobs.outbox.run(world.job("outbox"));
  await sealAudits(world.job("seal"));
  const before = await dumpDatabase(db);
  const money = async () => [
    await db.select().from(sessions).where(eq(sessions.ownerId, owner.id)),
    await db.select().from(receipts).where(eq(receipts.ownerId, owner.id)),
    await db.select().from(bookings).where(eq(bookings.ownerId, owner.id)),
  ];
  const [, [issuedBefore]] = (await money()) as [unknown, [typeof receipts.$inferSelect]];
  const photos = await db.select().from(uploads);
  const broken = async () => {
    const results = await checkInvariants(world.job("invariants"));
    const differing = results.filter(({ differences }) => differences.length > 0);
    return Object.fromEntries(differing.map(({ name, differences }) => [name, differences]));
  };
  const brokenBefore = await broken();
  const why = `${known.name.toLowerCase()} of ${known.email} asked for it`;
  const counts = await eraseUser(as(admin), { id: owner.id, reason: why });

  it("had left every string behind", () => {
    expect(found(before)).toEqual(Object.keys(known));
  });

  it("leaves none of them, wherever one looks", async () => {
    expect(found(await dumpDatabase(db))).toEqual([]);
    expect(counts).toMatchObject({
      users: 1,
      photos: 2,
      notes: 6,
      receipts: 3,
      plates: 11,
      vehicles: 3,
    });
  });

  it("takes the plate off what their car had as a guest's, however it was written, and off no other", async () => {
    const guests = db.select().from(bookings).where(isNull(bookings.ownerId));
    const asGuest = await guests.orderBy(bookings.id);
    expect(asGuest.map(({ vehiclePlate }) => vehiclePlate)).toEqual([null, null, "WP ZZ-1"]);
    const theirs = db.select().from(receipts).where(isNull(receipts.ownerId));
    const issued = await theirs.orderBy(receipts.number);
    expect(issued.map(({ content }) => Object(content).owner)).toEqual([
      { name: null, vehiclePlate: null },
      { name: null, vehiclePlate: null },
      { name: null, vehiclePlate: "WP ZZ-1" },
    ]);
    const charged = db.select().from(sessions).where(isNull(sessions.ownerId));
    const notes = (await charged.orderBy(sessions.id)).map((one) => one.notes);
    expect(notes).toEqual([null, null, "Scratched on the left"]);
  });

  it("removes the photos' files with the next sweep", async () => {
    const store = folderStore(testConfig.uploadsDir);
    const keys = photos.flatMap(({ key, thumbnailKey }) => [key, thumbnailKey ?? ""]);
    expect(keys).toHaveLength(4);
    for (const key of keys) expect((await store.get(key)).length).toBeGreaterThan(0);
    await sweepUploads(world.job("upload-sweep"));
    for (const key of keys) await expect(store.get(key)).rejects.toThrow("ENOENT");
    expect(await db.$count(uploads)).toBe(0);
  });

  it("keeps what was booked, charged and paid", async () => {
    const [held, issued, booked] = await money();
    expect(held).toHaveLength(2);
    expect(new Set(booked?.map((row) => "status" in row && row.status)).size).toBe(9);
    const receipt = issued?.[0] as typeof receipts.$inferSelect | undefined;
    expect(receipt?.content).toEqual({
      ...(issuedBefore?.content as object),
      owner: { name: "Erased user", vehiclePlate: null },
    });
  });

  it("leaves every seal whole, over what was recorded before and since", async () => {
    const proof = await verifyAudits(world.job("invariants"));
    expect(proof.differences).toEqual([]);
    expect(proof.records).toBeGreaterThan(30);
    await sealAudits(world.job("seal"));
    expect(await verifyAudits(world.job("invariants"))).toMatchObject({
      differences: [],
      tail: { count: 0 },
    });
  });

  it("leaves true what `npm run invariants` checks", async () => {
    // The test's business came into being without a request; nothing else differs, before or since.
    expect(Object.keys(brokenBefore)).toEqual([
      "businesses: every status is what the last audit made it",
    ]);
    expect(await broken()).toEqual(brokenBefore);
  });

  it("opens nothing any more, and is audited and told", async () => {
    for (const name of [known.email, known.phone, known.nic]) {
      expect(await refusal(world.logIn(name))).toBe("login.failed");
    }
    expect((await world.audits(owner.id)).at(-1)).toMatchObject({
      action: "Erase",
      to: "Erased",
      actorName: admin.name,
    });
    expect((await world.events(owner.id)).at(-1)?.type).toBe("user.erased");
  });

  it("frees the identity number, and may be done again", async () => {
    expect((await world.owner(known.nic)).nic).toBe(known.nic);
    expect(await eraseUser(as(admin), { id: owner.id, reason: "Asked for" })).toMatchObject({
      photos: 0,
      notes: 0,
    });
  });
});

describe("who may erase whom", () => {
  it("is a SystemAdmin's alone", async () => {
    const { id } = await world.owner("199855512348");
    for (const actor of [office, operator]) {
      expect(await refusal(eraseUser(as(actor), { id, reason: "Asked for" }))).toBe(
        "request.forbidden",
      );
    }
    expect(await refusal(eraseUser(world.nobody, { id, reason: "Asked for" }))).toBe(
      "auth.required",
    );
    expect(await refusal(eraseUser(as(admin), { id: "nobody", reason: "Asked for" }))).toBe(
      "user.not_found",
    );
  });

  it("is nobody's own account, nor the last administrator's", async () => {
    expect(await refusal(eraseUser(as(admin), { id: admin.userId, reason: "Asked for" }))).toBe(
      "request.forbidden",
    );
    expect(await refusal(eraseUser(world.root, { id: admin.userId, reason: "Asked for" }))).toBe(
      "user.last_admin",
    );
  });

  it("does not touch others of the same first name", async () => {
    const other = await world.owner("199855512349");
    const twin = await world.owner("199855512350");
    await deactivateUser(as(admin), { id: other.id, reason: "Ravi moved away" });
    await eraseUser(as(admin), { id: twin.id, reason: "Asked for" });
    expect((await world.audits(other.id)).at(-1)).toMatchObject({ reason: "Ravi moved away" });
  });
});
