import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { devices, notificationChannels, pushSubscriptions } from "@/db/schema/inbox";
import { unseal } from "@/lib/core/seal";
import type { UserActor } from "@/lib/core/actor";

import { testApi } from "../../support/api";
import { makeBrowser } from "../../support/browser-ring";
import { makeNotification } from "../../support/notification";
import { makeUser, testConfig, testStart } from "../../support/world";

const api = await testApi();
const ask = (as: UserActor, method: Parameters<typeof api.call>[0], path: string, body?: unknown) =>
  api.call(method, `/api/v1/${path}`, { as, body });
const someone = () => makeUser(api.db, "EvOwner");

describe("the inbox", () => {
  it("lists what came, newest first, counts the unread, and filters (004-73)", async () => {
    const owner = await someone();
    const first = await makeNotification(api.db, owner.userId, { readAt: testStart });
    const second = await makeNotification(api.db, owner.userId, { type: "booking" });
    await makeNotification(api.db, (await someone()).userId);
    const all = await ask(owner, "GET", "notifications");
    expect(all.body.data.map(({ id }: { id: string }) => id)).toEqual([second.id, first.id]);
    expect(all.body).toMatchObject({ unreadCount: 1, pagination: { total: 2 } });
    const unread = await ask(owner, "GET", "notifications?status=unread&limit=1");
    expect(unread.body).toMatchObject({ data: [{ id: second.id, isRead: false }], unreadCount: 1 });
    const booking = await ask(owner, "GET", "notifications?type=booking");
    expect(booking.body.pagination.total).toBe(1);
    expect((await ask(owner, "GET", "notifications?type=rental")).status).toBe(422);
  });

  it("marks one and all read, deletes one and all, and is nobody else's (004-78)", async () => {
    const [owner, other] = [await someone(), await someone()];
    const { id } = await makeNotification(api.db, owner.userId);
    await makeNotification(api.db, owner.userId);
    await makeNotification(api.db, other.userId);
    for (const [method, path] of [
      ["GET", `notifications/${id}`],
      ["PATCH", `notifications/${id}/read`],
      ["DELETE", `notifications/${id}`],
    ] as const) {
      expect(await ask(other, method, path)).toMatchObject({
        body: { code: "notification.not_found" },
      });
    }
    const read = await ask(owner, "PATCH", `notifications/${id}/read`);
    expect(read.body.data).toMatchObject({ isRead: true });
    const again = await ask(owner, "PATCH", `notifications/${id}/read`);
    expect(again.body.data.readAt).toBe(read.body.data.readAt);
    expect((await ask(owner, "PUT", "notifications/read-all")).body.data).toEqual({
      unreadCount: 0,
    });
    expect((await ask(owner, "DELETE", `notifications/${id}`)).status).toBe(200);
    expect((await ask(owner, "GET", "notifications")).body.pagination.total).toBe(1);
    await ask(owner, "DELETE", "notifications");
    expect((await ask(owner, "GET", "notifications")).body.pagination.total).toBe(0);
    expect((await ask(other, "GET", "notifications")).body.unreadCount).toBe(1);
  });

  it("gets alerts: to everybody who may sign in, or to those named and only if all are users", async () => {
    const admin = await makeUser(api.db, "SystemAdmin");
    const [owner, left] = [
      await someone(),
      await makeUser(api.db, "EvOwner", { status: "Deactivated" }),
    ];
    const blocked = await makeUser(api.db, "EvOwner", { status: "Blocked" });
    const alert = { title: "Work tonight", message: "From two\nto three." };
    const sent = await ask(admin, "POST", "notifications", alert);
    expect(sent.status).toBe(201);
    const titles = async (as: UserActor) =>
      (await ask(as, "GET", "notifications")).body.data.map(
        ({ title }: { title: string }) => title,
      );
    for (const one of [owner, left, admin]) expect(await titles(one)).toEqual(["Work tonight"]);
    expect(sent.body.data.count).toBeGreaterThanOrEqual(3);
    const bulk = (userIds: string[]) =>
      ask(admin, "POST", "notifications/bulk", {
        ...alert,
        title: "You",
        type: "promotion",
        userIds,
      });
    const missing = await bulk([owner.userId, crypto.randomUUID()]);
    expect(missing).toMatchObject({
      status: 422,
      body: { code: "notification.recipients_unknown" },
    });
    expect((await bulk([owner.userId, owner.userId])).body.data).toEqual({ count: 1 });
    expect(await titles(owner)).toEqual(["You", "Work tonight"]);
    expect((await bulk(Array.from({ length: 1_001 }, () => owner.userId))).status).toBe(422);
    expect(blocked.status).toBe("Blocked");
    expect((await ask(owner, "POST", "notifications", alert)).status).toBe(403);
  });
});

describe("channels", () => {
  it("take EV-CMS's shape, keep what is not named, and say every choice (004-74 to 004-77)", async () => {
    const owner = await someone();
    const usual = (await ask(owner, "GET", "notifications/preferences")).body.data;
    expect(usual).toMatchObject({
      email: { bookingConfirmation: true, promotions: false },
      push: { bookingReminder: true, sessionStart: true, lowBalance: true },
      sms: { bookingConfirmation: false, paymentConfirmation: false },
      inApp: { all: true },
      quietHours: null,
    });
    await ask(owner, "PUT", "notifications/preferences", {
      email: {
        bookingConfirmation: false,
        sessionComplete: true,
        paymentReceipt: true,
        promotions: true,
      },
      inApp: { all: false },
    });
    const then = await ask(owner, "PUT", "notifications/preferences", {
      sms: { bookingConfirmation: true },
      quietHours: { from: "22:00", to: "07:00" },
      timeZone: "asia/calcutta",
      hourlyDigest: true,
    });
    expect(then.body.data).toMatchObject({
      email: { bookingConfirmation: false, promotions: true, bookingReminder: true },
      sms: { bookingConfirmation: true, bookingReminder: false },
      inApp: { all: false },
      quietHours: { from: "22:00", to: "07:00" },
      timeZone: "Asia/Kolkata",
      hourlyDigest: true,
    });
    const loud = await ask(owner, "PUT", "notifications/preferences", { quietHours: null });
    expect(loud.body.data.quietHours).toBeNull();
  });

  it("refuse what is no topic, no time and no time span, at its field", async () => {
    const owner = await someone();
    const fields = async (body: object) =>
      (await ask(owner, "PUT", "notifications/preferences", body)).body.errors?.map(
        ({ field }: { field: string }) => field,
      );
    expect(await fields({ email: { weather: true } })).toEqual(["email.weather"]);
    expect(await fields({ quietHours: { from: "25:00", to: "07:00" } })).toEqual([
      "quietHours.from",
    ]);
    expect(await fields({ quietHours: { from: "07:00", to: "07:00" } })).toEqual(["quietHours.to"]);
    expect(await fields({ timeZone: "Mars/Base" })).toEqual(["timeZone"]);
  });

  it("end one topic's emails by the link of a message, in one click, without a login", async () => {
    const owner = await someone();
    await ask(owner, "PUT", "notifications/preferences", { email: { bookingConfirmation: true } });
    const [row] = await api.db
      .select()
      .from(notificationChannels)
      .where(eq(notificationChannels.userId, owner.userId));
    const click = (key: string) =>
      api.call("POST", `/api/v1/unsubscribe?key=${key}&topic=bookingConfirmation`, {
        headers: { "Content-Type": "application/x-www-form-urlencoded" },
        body: "List-Unsubscribe=One-Click",
      });
    expect((await click(row?.unsubscribeKey ?? "")).status).toBe(204);
    expect((await click(row?.unsubscribeKey ?? "")).status).toBe(204);
    const { email } = (await ask(owner, "GET", "notifications/preferences")).body.data;
    expect(email).toMatchObject({ bookingConfirmation: false, bookingReminder: true });
    expect(await click("nobodys")).toMatchObject({
      status: 400,
      body: { code: "unsubscribe.invalid" },
    });
  });
});

describe("what rings", () => {
  const { keys } = makeBrowser();

  it("a browser rings for whoever subscribed it last, ten a person", async () => {
    const [one, other] = [await someone(), await someone()];
    const endpoint = `https://push.example/${crypto.randomUUID()}`;
    await ask(one, "POST", "push-subscriptions", { endpoint, keys });
    await ask(other, "POST", "push-subscriptions", { endpoint, keys });
    expect((await ask(one, "GET", "push-subscriptions")).body.data).toEqual([]);
    expect((await ask(other, "GET", "push-subscriptions")).body.data).toMatchObject([{ endpoint }]);
    const ended = await ask(one, "DELETE", "push-subscriptions", { endpoint });
    expect(ended.body.code).toBe("subscription.not_found");
    for (let i = 0; i < 10; i += 1) {
      api.clock.advance(1_000);
      await ask(other, "POST", "push-subscriptions", { endpoint: `${endpoint}-${i}`, keys });
    }
    const kept = await api.db
      .select()
      .from(pushSubscriptions)
      .where(eq(pushSubscriptions.userId, other.userId));
    expect(kept).toHaveLength(10);
    expect(kept.map((row) => row.endpoint)).not.toContain(endpoint);
    const bad = await ask(one, "POST", "push-subscriptions", { endpoint: "javascript:1", keys });
    expect(bad.status).toBe(422);
    const short = { ...keys, auth: "AAAA" };
    expect((await ask(one, "POST", "push-subscriptions", { endpoint, keys: short })).status).toBe(
      422,
    );
  });

  it("a browser's key that lies on no curve is refused at its field: nothing could be encrypted to it", async () => {
    const owner = await someone();
    const point = Buffer.from(keys.p256dh, "base64url");
    const changed = (at: number, by: number) =>
      Buffer.from(point.map((byte, i) => (i === at ? by : byte))).toString("base64url");
    const aside = changed(64, point.readUInt8(64) ^ 1);
    // The point is right, but not in the form that is agreed upon.
    const hybrid = changed(0, 6 + (point.readUInt8(64) & 1));
    for (const p256dh of [aside, hybrid, Buffer.alloc(65, 4).toString("base64url")]) {
      const endpoint = `https://push.example/${crypto.randomUUID()}`;
      const body = { endpoint, keys: { ...keys, p256dh } };
      expect(await ask(owner, "POST", "push-subscriptions", body)).toMatchObject({
        status: 422,
        body: { errors: [{ field: "keys.p256dh", code: "push_key" }] },
      });
    }
    expect((await ask(owner, "GET", "push-subscriptions")).body.data).toEqual([]);
  });

  it("an app's token is sealed, moves to who signs in last, and ten apps are kept", async () => {
    const [one, other] = [await someone(), await someone()];
    const token = `token-${crypto.randomUUID()}`;
    const register = (as: UserActor, body: object) =>
      ask(as, "POST", "devices", { platform: "android", ...body });
    await register(one, { token, deviceId: "phone" });
    const moved = await register(other, { token, deviceId: "phone", model: "Pixel 12" });
    expect((await ask(one, "GET", "devices")).body.data).toEqual([]);
    const [row] = await api.db.select().from(devices).where(eq(devices.userId, other.userId));
    expect(row?.tokenSealed).not.toContain(token);
    const opened = unseal(testConfig.dataKeys, row?.tokenSealed ?? "", `device/${row?.tokenHash}`);
    expect(opened).toBe(token);
    // The same installation renews its token: one row, of the same id.
    const renewed = await register(other, { token: `${token}-2`, deviceId: "phone" });
    expect(renewed.body.data.id).toBe(moved.body.data.id);
    for (let i = 0; i < 10; i += 1) {
      api.clock.advance(1_000);
      await register(other, { token: `${token}-x${i}` });
    }
    const kept = (await ask(other, "GET", "devices")).body.data;
    expect(kept).toHaveLength(10);
    expect(JSON.stringify(kept)).not.toContain("token");
    expect(kept.map(({ id }: { id: string }) => id)).not.toContain(moved.body.data.id);
    expect((await ask(one, "DELETE", `devices/${kept[0].id}`)).body.code).toBe("device.not_found");
    expect((await ask(other, "DELETE", `devices/${kept[0].id}`)).status).toBe(204);
  });
});
