import { and, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { users } from "@/db/schema/accounts";
import { bookings } from "@/db/schema/bookings";
import { favourites } from "@/db/schema/drivers";
import { devices } from "@/db/schema/inbox";
import { messages } from "@/db/schema/notifications";
import { waiting } from "@/db/schema/waiting";
import { approveBooking, createBooking, readQr } from "@/lib/charging/bookings";
import { checkIn, finalizeSession } from "@/lib/charging/sessions";
import { FinalizeSession } from "@/lib/charging/sessions/schema";
import { joinWaiting } from "@/lib/charging/waiting";
import type { UserActor } from "@/lib/core/actor";
import { longInstant } from "@/lib/core/told-clock";
import { newId } from "@/lib/core/ids";
import { hashPassword } from "@/lib/core/passwords";
import { chooseChannels } from "@/lib/insight/inbox";
import { whyUseless } from "@/lib/insight/notifications/judge-message";
import { wordMessage } from "@/lib/insight/notifications/word-message";
import {
  deactivateOwner,
  deleteUser,
  endLogin,
  eraseDue,
  readLogins,
  listOwners,
  loadActor,
  login as logIn,
  reactivateUser,
  restoreUser,
  verifyAccessToken,
  warnOfErasure,
} from "@/lib/people/accounts";
import { ListOwners } from "@/lib/people/accounts/schema";
import { checkInvariants } from "@/lib/process/check-invariants";
import { deliverEvents } from "@/lib/records/outbox";
import { setFavourite } from "@/lib/sites/drivers";

import { testDatabase } from "../../../support/database";
import { hours } from "../../../support/test-clock";
import { makeBusiness, makeSlots, makeStation, makeUser, testStart } from "../../../support/world";
import { password, refusal, settingOf } from "./setting";

const { db } = await testDatabase({ max: 16 });
const world = settingOf(db);
const { as, clock, nobody } = world;
const { id: businessId } = await makeBusiness(db);
const { id: stationId } = await makeStation(db, businessId, { connectors: 6, approval: "Manual" });
const operator = await makeUser(db, "Operator", { businessId, stationIds: [stationId] });
const admin = await makeUser(db, "SystemAdmin");
const passwordHash = await hashPassword(password);
await makeSlots(db, stationId, testStart, 24 * 5, { capacity: 6 });
const at = (hour: number) => new Date(testStart.getTime() + hours(hour));
const day = 24;

const newOwner = () => makeUser(db, "EvOwner", { passwordHash });
const book = (owner: UserActor, hour: number, station = stationId) =>
  createBooking(as(owner), { stationId: station, startsAt: at(hour), endsAt: at(hour + 1) });
const rowOf = async ({ userId }: UserActor) =>
  (await db.select().from(users).where(eq(users.id, userId)))[0];
const statuses = async ({ userId }: UserActor) =>
  (
    await db.select().from(bookings).where(eq(bookings.ownerId, userId)).orderBy(bookings.startsAt)
  ).map(({ status, lateFeeMinor }) => [status, lateFeeMinor]);
const login = ({ email }: UserActor, word = password) => world.logIn(email ?? "", word);
const restore = ({ email }: UserActor, word = password) =>
  restoreUser(nobody, { username: email ?? "", password: word });

it("ends at once what would go on, whatever the cutoff, and refuses the login until when says so", async () => {
  clock.set(testStart);
  const owner = await newOwner();
  const { accessToken } = await login(owner);
  const soon = await book(owner, 2);
  await approveBooking(as(operator), { id: soon.id });
  await book(owner, 30);
  const { id: full } = await makeStation(db, businessId, { connectors: 1 });
  await makeSlots(db, full, testStart, 24, { capacity: 1 });
  await book(await newOwner(), 4, full);
  await joinWaiting(as(owner), { stationId: full, startsAt: at(4), endsAt: at(5) });
  await setFavourite(as(owner), { stationId });
  await db.insert(devices).values({
    id: newId(),
    userId: owner.userId,
    deviceId: "d",
    createdAt: testStart,
    tokenHash: "h",
    tokenSealed: "s",
    platform: "android",
    seenAt: testStart,
  });

  const { eraseAfter } = await deleteUser(as(owner), { password });
  expect(eraseAfter).toBe(at(30 * day).toISOString());
  expect(await statuses(owner)).toEqual([
    ["CanceledByOwner", 0],
    ["CanceledByOwner", 0],
  ]);
  const mine = { userId: owner.userId };
  expect(await db.select().from(favourites).where(eq(favourites.userId, mine.userId))).toEqual([]);
  expect(await db.select().from(devices).where(eq(devices.userId, mine.userId))).toEqual([]);
  const [line] = await db.select().from(waiting).where(eq(waiting.ownerId, mine.userId));
  expect(line?.status).toBe("Left");
  const proof = await verifyAccessToken(nobody, accessToken);
  expect(await refusal(loadActor(nobody, proof))).toBe("auth.token_revoked");
  await expect(login(owner)).rejects.toMatchObject({
    code: "login.deleted",
    details: { eraseAfter: new Date(eraseAfter) },
  });
  expect(await refusal(login(owner, "another word"))).toBe("login.failed");
  const { items } = await listOwners(as(admin), {
    ...ListOwners.parse({ search: owner.email }),
    page: 1,
    limit: 10,
  });
  expect(items).toEqual([]);
  const results = await checkInvariants(world.job("invariants"));
  const wrong = results.flatMap(({ differences }) => differences);
  // The world's businesses were made without a word.
  expect(wrong.filter((said) => !String(said).startsWith("Business"))).toEqual([]);
  expect((await world.audits(owner.userId)).at(-1)).toMatchObject({
    action: "Delete",
    from: "Active",
    to: "Deleted",
    actorId: owner.userId,
  });
});

it("asks the password, an owner, and that no car of theirs charges", async () => {
  clock.set(testStart);
  const owner = await newOwner();
  await expect(deleteUser(as(owner), { password: "another word" })).rejects.toMatchObject({
    code: "password.wrong",
    fields: [{ field: "password" }],
  });
  const staff = await makeUser(db, "Backoffice", { businessId, passwordHash });
  expect(await refusal(deleteUser(as(staff), { password }))).toBe("request.forbidden");
  expect(await refusal(deleteUser(nobody, { password }))).toBe("auth.required");

  const { id } = await book(owner, 1);
  const later = await book(owner, 40);
  await approveBooking(as(operator), { id });
  const { token } = await readQr(as(owner), { id });
  clock.set(at(1));
  await checkIn(as(operator), { qr: token });
  expect(await refusal(deleteUser(as(owner), { password }))).toBe("session.running");
  expect((await rowOf(owner))?.status).toBe("Active");
  expect((await statuses(owner)).map(([status]) => status)).toEqual(["InProgress", "Pending"]);
  const input = { bookingId: id, kWh: 7, payment: { mode: "card" } };
  await finalizeSession(as(operator), FinalizeSession.parse(input));
  await deleteUser(as(owner), { password });
  expect((await statuses(owner)).map(([status]) => status)).toEqual([
    "Completed",
    "CanceledByOwner",
  ]);
  expect(later.status).toBe("Pending");
});

describe("a deleted account", () => {
  it("is had back as it was, by its password or an admin; what was closed by staff stays closed", async () => {
    clock.set(testStart);
    const [one, other, third] = [await newOwner(), await newOwner(), await newOwner()];
    const reason = "Never comes";
    await deactivateOwner(as(admin), { nic: other.userId, reason });
    for (const owner of [one, other, third]) await deleteUser(as(owner), { password });
    expect(await refusal(restore(one, "another word"))).toBe("login.failed");
    await restore(one);
    expect(await rowOf(one)).toMatchObject({
      status: "Active",
      deletedAt: null,
      deletedFrom: null,
    });
    expect((await login(one)).user.status).toBe("Active");
    expect(await refusal(restore(one))).toBe("user.status");
    await restore(other);
    expect((await rowOf(other))?.status).toBe("Deactivated");
    await reactivateUser(as(admin), { id: third.userId });
    expect((await rowOf(third))?.status).toBe("Active");
  });

  it("is erased when its days are over, not before, and not where its owner came back", async () => {
    clock.set(testStart);
    const [gone, kept] = [await newOwner(), await newOwner()];
    await deleteUser(as(gone), { password });
    await deleteUser(as(kept), { password });
    await restore(kept);
    clock.set(new Date(at(30 * day).getTime() - 1));
    const due = () => eraseDue(world.job("erase"));
    await due();
    expect((await rowOf(gone))?.status).toBe("Deleted");
    clock.set(at(30 * day));
    expect((await due()).count).toBeGreaterThanOrEqual(1);
    expect(await rowOf(gone)).toMatchObject({ status: "Erased", name: "Erased user", phone: null });
    expect((await rowOf(kept))?.status).toBe("Active");
    expect(await due()).toEqual({ count: 0 });
    expect(await refusal(restore(gone))).toBe("login.failed");
  });
});

describe("whoever deleted their account", () => {
  const words = async ({ email }: UserActor) => {
    await deliverEvents(world.job("outbox"));
    const rows = await db
      .select()
      .from(messages)
      .where(eq(messages.recipient, email ?? ""))
      .orderBy(messages.id);
    return rows.map((row) => ({ kind: row.kind, body: wordMessage(row).body ?? "" }));
  };
  const warn = () => warnOfErasure(world.job("erase-warnings"));
  const kinds = async (owner: UserActor) => (await words(owner)).map(({ kind }) => kind);

  it("is written at once until when they can have it back and how, by their own clock", async () => {
    clock.set(testStart);
    const owner = await newOwner();
    await chooseChannels(as(owner), { timeZone: "Asia/Colombo" });
    const { eraseAfter } = await deleteUser(as(owner), { password });
    const [letter] = await words(owner);
    expect(letter?.kind).toBe("AccountDeleted");
    const zone = { timeZone: "Asia/Colombo", timeZoneName: "short", locale: "en" } as const;
    expect(letter?.body).toContain(`until ${longInstant(new Date(eraseAfter), zone)}`);
    expect(letter?.body).toContain("http://baybook.test/login");
  });

  it("is told once more three days before it is erased, once, whoever asks and however often", async () => {
    clock.set(testStart);
    const owner = await newOwner();
    await deleteUser(as(owner), { password });
    clock.set(new Date(at(27 * day).getTime() - 1));
    await warn();
    expect(await kinds(owner)).toEqual(["AccountDeleted"]);
    clock.set(at(27 * day));
    await Promise.all([warn(), warn(), warn()]);
    expect(await kinds(owner)).toEqual(["AccountDeleted", "ErasureNear"]);
    clock.set(at(29 * day));
    await warn();
    expect(await kinds(owner)).toEqual(["AccountDeleted", "ErasureNear"]);
  });

  it("is not where they came back or it is over, and anew where they left again", async () => {
    clock.set(testStart);
    const [back, late] = [await newOwner(), await newOwner()];
    await deleteUser(as(back), { password });
    await deleteUser(as(late), { password });
    await restore(back);
    clock.set(at(30 * day));
    await warn();
    expect(await kinds(back)).toEqual(["AccountDeleted"]);
    expect(await kinds(late)).toEqual(["AccountDeleted"]);
    await deleteUser(as(back), { password });
    clock.set(at(57 * day));
    await warn();
    await restore(back);
    await deleteUser(as(back), { password });
    clock.set(at(84 * day));
    await warn();
    expect((await kinds(back)).filter((kind) => kind === "ErasureNear")).toHaveLength(2);
  });

  it("hears nothing of it any more where the letter waited until they had it back, or lost it", async () => {
    clock.set(testStart);
    const owner = await newOwner();
    const { eraseAfter } = await deleteUser(as(owner), { password });
    const message = { kind: "ErasureNear", userId: owner.userId, values: { eraseAfter } } as const;
    const useless = () => whyUseless(world.job("messages"), message);
    expect(await useless()).toBeNull();
    clock.set(eraseAfter);
    expect(await useless()).toBe("Settled");
    clock.set(testStart);
    await restore(owner);
    expect(await useless()).toBe("Settled");
  });

  it("is not told twice within days where the grace is as short as that", async () => {
    clock.set(testStart);
    const owner = await newOwner();
    const short = { ...world.job("erase-warnings") };
    const settings = { ...short.config.settings, deletionGraceDays: 3 };
    await deleteUser(as(owner), { password });
    const ctx = { ...short, config: { ...short.config, settings } };
    expect(await warnOfErasure(ctx)).toEqual({ warned: 0 });
  });
});

describe("at the same time", () => {
  it("a booking is canceled with the account, or refused", async () => {
    clock.set(testStart);
    for (let round = 0; round < 12; round += 1) {
      const owner = await newOwner();
      const [booked, deleted] = await Promise.allSettled([
        book(owner, 50 + round),
        deleteUser(as(owner), { password }),
      ]);
      expect(deleted.status).toBe("fulfilled");
      const open = await db
        .select()
        .from(bookings)
        .where(and(eq(bookings.ownerId, owner.userId), eq(bookings.status, "Pending")));
      expect(open, booked.status).toEqual([]);
    }
  });

  it("an account is restored or erased, never half of each", async () => {
    for (let round = 0; round < 8; round += 1) {
      clock.set(testStart);
      const owner = await newOwner();
      await deleteUser(as(owner), { password });
      clock.set(at(31 * day));
      const [restored, erased] = await Promise.allSettled([
        restore(owner),
        eraseDue(world.job("erase")),
        eraseDue(world.job("erase")),
      ]);
      expect(erased.status).toBe("fulfilled");
      const row = await rowOf(owner);
      expect([row?.status, row?.name]).toEqual(
        restored.status === "fulfilled" ? ["Active", owner.name] : ["Erased", "Erased user"],
      );
      const moves = (await world.audits(owner.userId)).map(({ action }) => action);
      expect(moves).toEqual(["Delete", restored.status === "fulfilled" ? "Restore" : "Erase"]);
    }
  });
});

describe("where somebody is signed in", () => {
  it("is told with what it is and when it was used, and ends there alone", async () => {
    clock.set(testStart);
    const owner = await newOwner();
    const from = (device: string) => ({ ...nobody, device });
    const sign = (device: string) => logIn(from(device), { username: owner.email ?? "", password });
    const phone = await verifyAccessToken(nobody, (await sign("Chrome, Android")).accessToken);
    const desk = await verifyAccessToken(nobody, (await sign("Firefox, Windows")).accessToken);
    const self = as(await loadActor(nobody, desk));
    expect((await readLogins(self)).map(({ device, isThis }) => [device, isThis])).toEqual([
      ["Firefox, Windows", true],
      ["Chrome, Android", false],
    ]);
    const stranger = as(await newOwner());
    const { sessionId } = phone;
    expect(await refusal(endLogin(stranger, { id: sessionId }))).toBe("login.not_found");
    await endLogin(self, { id: sessionId });
    expect(await refusal(loadActor(nobody, phone))).toBe("auth.token_revoked");
    expect(await readLogins(self)).toHaveLength(1);
    expect(await loadActor(nobody, desk)).toMatchObject({ userId: owner.userId });
  });
});
