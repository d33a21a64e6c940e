import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

import { loginSessions } from "@/db/schema/accounts";
import { finalizeSession, updateSession } from "@/lib/charging/sessions";
import { cancelBooking } from "@/lib/charging/bookings";
import { sendAlert } from "@/lib/insight/inbox";
import type { UserActor } from "@/lib/core/actor";
import { signAccessToken } from "@/lib/core/jwt";
import { deactivateOperator, updateOperator } from "@/lib/people/accounts";
import { inTransaction } from "@/lib/core/context";
import { publishEvent } from "@/lib/records/outbox/inside";
import { setTestClock } from "@/lib/process/context";
import { told } from "@/lib/gateway/schema";

import { at, settingOf, type Setting } from "../rooms/charging/bookings/setting";
import { gateOf, type Site } from "../rooms/charging/sessions/gate";
import { testDatabase } from "../support/database";
import { type App, connectApp, startGateway, type TestGateway } from "../support/gateway";
import { bearerOn, signedIn } from "../support/sign-in";
import { testConfig } from "../support/world";

const { db, url } = await testDatabase();
let s: Setting;
let site: Site;
let gateway: TestGateway;
let beside: TestGateway;
const apps: App[] = [];

beforeAll(async () => {
  s = await settingOf(db);
  site = await gateOf(s, { places: 8, connectors: 8 });
  await setTestClock(db, at(0));
  [gateway, beside] = await Promise.all([startGateway(url), startGateway(url)]);
}, 120_000);
afterEach(() => apps.splice(0).forEach(({ socket }) => socket.disconnect()));
afterAll(async () => {
  await Promise.all([gateway?.stop(), beside?.stop()]);
});

const tokenOf = async (actor: UserActor) =>
  (await bearerOn(db, actor)).authorization.replace("Bearer ", "");

async function stranger(at = gateway): Promise<App> {
  const app = await connectApp(at.url);
  apps.push(app);
  return app;
}

async function appOf(actor: UserActor, at = gateway): Promise<App> {
  const app = await stranger(at);
  await app.ask("authenticate", { token: await tokenOf(actor) });
  expect(app.told("authenticated")).toEqual([{ userId: actor.userId }]);
  return app;
}

const chargingOf = (owner: UserActor) => site.walkIn({ ownerNic: owner.ownerNic ?? "" });
const soon = { timeout: 3_000 };
const names = ({ heard }: App) => heard.map(({ name }) => name);
const quiet = () => new Promise((done) => setTimeout(done, 900));

describe("a session on the live channel", () => {
  it("004-128, 004-129, 004-133: is heard at both processes by its owner and staff, and by nobody else", async () => {
    const [owner, other] = [await s.owner(), await s.owner()];
    const elsewhere = await s.operatorAt(await s.station());
    const [mine, mineToo, theirs, staff, office, strange] = await Promise.all([
      appOf(owner),
      appOf(owner, beside),
      appOf(other),
      appOf(site.operator, beside),
      appOf(s.office),
      appOf(elsewhere),
    ]);
    const session = await chargingOf(owner);
    for (const app of [mine, mineToo, staff, office]) {
      await expect.poll(() => app.told("session-started"), soon).toHaveLength(1);
      expect(app.told("session-started")[0]?.session).toMatchObject({ id: session.id });
      expect(told["session-started"].safeParse(app.told("session-started")[0]).error).toBe(
        undefined,
      );
    }
    await theirs.ask("join-session", { sessionId: session.id });
    expect(theirs.told("error")).toMatchObject([
      { code: "session.not_found", event: "join-session" },
    ]);
    await mine.ask("join-session", { sessionId: session.id });
    expect(mine.told("session-update")).toMatchObject([
      { sessionId: session.id, status: "Active" },
    ]);

    await updateSession(s.as(site.operator), { id: session.id, paused: true });
    await expect.poll(() => mine.told("session-update").length, soon).toBe(2);
    const now = mine.told("session-update").at(-1);
    expect(now).toMatchObject({
      sessionId: session.id,
      status: "Active",
      duration: 0,
      power: null,
    });
    expect(told["session-update"].safeParse(now).error).toBe(undefined);
    // Who has not joined hears no figures.
    expect(names(mineToo)).not.toContain("session-update");

    const payment = { mode: "cash" as const };
    await finalizeSession(s.as(site.operator), {
      bookingId: session.bookingId,
      kWh: "7.5",
      payment,
    });
    for (const app of [mine, mineToo, staff, office]) {
      await expect.poll(() => app.told("session-stopped"), soon).toHaveLength(1);
      const stopped = app.told("session-stopped")[0];
      expect(stopped).toMatchObject({
        session: { id: session.id, status: "Completed" },
        cdr: { session_id: session.id, total_energy: 7.5 },
      });
      expect(told["session-stopped"].safeParse(stopped).error).toBe(undefined);
    }
    await quiet();
    expect(names(theirs)).toEqual(["authenticated", "error"]);
    expect(names(strange)).toEqual(["authenticated"]);
    // It has ended, and so is nobody's to join.
    await mine.ask("join-session", { sessionId: session.id });
    expect(mine.told("error")).toMatchObject([{ code: "session.ended" }]);
  });

  it("is heard no more by who has left it, and one that was aborted has no cdr", async () => {
    const owner = await s.owner();
    const session = await chargingOf(owner);
    const app = await appOf(owner);
    await app.ask("join-session", { sessionId: session.id });
    await app.ask("leave-session", { sessionId: session.id });
    await updateSession(s.as(site.operator), { id: session.id, paused: true });
    await cancelBooking(s.as(site.operator), {
      id: session.bookingId,
      reason: "Went away",
      chargeFee: false,
    });
    await expect.poll(() => app.told("session-stopped"), soon).toMatchObject([{ cdr: null }]);
    expect(app.told("session-update")).toHaveLength(1);
  });
});

describe("a booking on the live channel", () => {
  it("004-128: is heard by who joined it", async () => {
    const owner = await s.owner();
    const station = await s.station();
    const { id } = await s.approved(owner, 2, 3, station);
    const [mine, theirs] = [await appOf(owner), await appOf(await s.owner(), beside)];
    await theirs.ask("join-booking", { bookingId: id });
    expect(theirs.told("error")).toMatchObject([{ code: "booking.not_found" }]);
    await mine.ask("join-booking", { bookingId: id });
    expect(mine.told("booking-update")).toMatchObject([{ booking: { id, status: "Approved" } }]);
    await cancelBooking(s.as(await s.operatorAt(station)), {
      id,
      reason: "Works on site",
      chargeFee: false,
    });
    await expect
      .poll(() => mine.told("booking-update").at(-1)?.booking.status, soon)
      .not.toBe("Approved");
    expect(told["booking-update"].safeParse(mine.told("booking-update").at(-1)).error).toBe(
      undefined,
    );
    expect(names(theirs)).toEqual(["authenticated", "error"]);
  });
});

describe("a reminder on the live channel", () => {
  it("004-130: comes 15 minutes before the start to the booking's owner", async () => {
    const owner = await s.owner();
    const { id } = await s.approved(owner, 5, 6);
    const [mine, theirs] = [await appOf(owner), await appOf(await s.owner())];
    const about = { businessId: s.businessId, stationId: s.stationId };
    const payload = { bookingId: id, ownerId: owner.userId, startsAt: at(5).toISOString() };
    for (const minutes of [120, 15]) {
      const event = {
        type: "booking.reminder" as const,
        ...about,
        payload: { ...payload, minutes },
      };
      await inTransaction(s.job("reminders"), (ctx) => publishEvent(ctx, event));
    }
    await expect
      .poll(() => mine.told("booking-reminder"), soon)
      .toMatchObject([{ booking: { id } }]);
    expect(told["booking-reminder"].safeParse(mine.told("booking-reminder")[0]).error).toBe(
      undefined,
    );
    await quiet();
    expect(names(mine)).toEqual(["authenticated", "booking-reminder"]);
    expect(names(theirs)).toEqual(["authenticated"]);
  });
});

describe("what comes into an inbox", () => {
  it("004-134: is heard by its person alone, what everybody is told by all", async () => {
    const [owner, other] = [await s.owner(), await s.owner()];
    const [mine, theirs] = [await appOf(owner), await appOf(other, beside)];
    const alert = { title: "Works", message: "The gate is shut tonight", type: "system" } as const;
    await sendAlert(s.as(s.admin), { ...alert, targetUsers: [owner.userId] });
    await expect
      .poll(() => mine.told("notification"), soon)
      .toMatchObject([{ notification: { title: "Works" } }]);
    expect(told.notification.safeParse(mine.told("notification")[0]).error).toBe(undefined);
    await sendAlert(s.as(s.admin), { ...alert, title: "To all" });
    for (const app of [mine, theirs]) {
      await expect
        .poll(() => app.told("notification").at(-1)?.notification.title, soon)
        .toBe("To all");
    }
    expect(theirs.told("notification")).toHaveLength(1);
  });
});

describe("whose access changes", () => {
  it("a deactivation ends the socket at once, at every process, and nothing is heard after it", async () => {
    const leaver = await s.operatorAt(site.id);
    const [one, two] = [await appOf(leaver), await appOf(leaver, beside)];
    const session = await chargingOf(await s.owner());
    await expect.poll(() => one.told("session-started").length, soon).toBe(1);
    await expect.poll(() => two.told("session-started").length, soon).toBe(1);
    await deactivateOperator(s.as(s.office), { id: leaver.userId, reason: "Left" });
    await updateSession(s.as(site.operator), { id: session.id, paused: true });
    await chargingOf(await s.owner());
    for (const app of [one, two]) {
      await expect.poll(() => app.socket.connected, soon).toBe(false);
      expect(app.told("unauthorized")).toMatchObject([{ code: "auth.token_revoked" }]);
      expect(app.told("session-started")).toHaveLength(1);
    }
  });

  it("a station that was taken away is heard no more", async () => {
    const mover = await s.operatorAt(site.id);
    const app = await appOf(mover);
    const session = await chargingOf(await s.owner());
    const started = () => app.told("session-started").map(({ session }) => session.id);
    await expect.poll(started, soon).toContain(session.id);
    await app.ask("join-session", { sessionId: session.id });
    await updateOperator(s.as(s.office), { id: mover.userId, stationIds: [s.stationId] });
    await updateSession(s.as(site.operator), { id: session.id, paused: true });
    const { id } = await chargingOf(await s.owner());
    await quiet();
    expect(started()).not.toContain(id);
    expect(app.told("session-update")).toHaveLength(1);
    expect(app.socket.connected).toBe(true);
  });

  it("what leaves no event, as the end of a login, ends the socket within 20 s", async () => {
    const owner = await s.owner();
    const app = await appOf(owner);
    await db
      .update(loginSessions)
      .set({ endedAt: new Date() })
      .where(eq(loginSessions.userId, owner.userId));
    await expect.poll(() => app.socket.connected, { timeout: 20_000 }).toBe(false);
    expect(app.told("unauthorized")).toMatchObject([{ code: "auth.token_revoked" }]);
  });

  it("ends with its token, unless another of the same person came before", async () => {
    const [one, two] = [await s.owner(), await s.owner()];
    await Promise.all([one, two].map(({ userId }) => signedIn(db, userId)));
    const [ends, stays] = [await stranger(), await stranger()];
    await ends.ask("authenticate", { token: await shortToken(one) });
    await stays.ask("authenticate", { token: await shortToken(two) });
    await stays.ask("authenticate", { token: await tokenOf(two) });
    expect(stays.told("authenticated")).toHaveLength(2);
    await expect.poll(() => ends.socket.connected, { timeout: 25_000 }).toBe(false);
    expect(ends.told("unauthorized")).toMatchObject([{ code: "auth.token_invalid" }]);
    expect(stays.socket.connected).toBe(true);
  });
});

/** A token of the user that holds for three seconds. */
const shortToken = ({ userId, role }: UserActor) =>
  signAccessToken(
    testConfig.accessTokenKeys,
    {
      userId,
      role,
      businessId: null,
      stationIds: [],
      ownerNic: null,
      sessionId: userId,
      tokenVersion: 1,
    },
    { now: new Date(), lifetimeMinutes: 0.05 },
  );
