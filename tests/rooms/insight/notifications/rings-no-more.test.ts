import { generateKeyPairSync } from "node:crypto";

import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";

import { users } from "@/db/schema/accounts";
import { devices, pushSubscriptions } from "@/db/schema/inbox";
import { messages } from "@/db/schema/notifications";
import type { UserActor } from "@/lib/core/actor";
import { registerDevice, subscribePush } from "@/lib/insight/inbox";
import { listMessages, sendMessages } from "@/lib/insight/notifications";
import { transportsOf } from "@/lib/process/transports";
import { deliverEvents } from "@/lib/records/outbox";

import { makeBrowser, vapidPair } from "../../../support/browser-ring";
import { testDatabase } from "../../../support/database";
import { startMailServer } from "../../../support/mail-server";
import { answering, refusing, startReceiver } from "../../../support/receiver";
import { hours } from "../../../support/test-clock";
import { settingOf } from "../../charging/bookings/setting";

const { db } = await testDatabase();
const s = await settingOf(db);
const mail = await startMailServer();
const push = await startReceiver();
const google = await startReceiver(answering(200, { access_token: "t", expires_in: 3_599 }));
const firebase = await startReceiver();
const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2_048 });
const transports = transportsOf({
  ...vapidPair(),
  VAPID_SUBJECT: "mailto:help@bay.test",
  WEBHOOKS_PRIVATE: "1",
  SMTP_URL: mail.url,
  FCM_URL: firebase.origin,
  FCM_SERVICE_ACCOUNT: JSON.stringify({
    project_id: "bay-test",
    client_email: "push@bay-test.example",
    private_key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    token_uri: `${google.origin}/token`,
  }),
});

const gonePath = "/removed";
const removedApp = {
  error: {
    status: "NOT_FOUND",
    details: [
      {
        "@type": "type.googleapis.com/google.firebase.fcm.v1.FcmError",
        errorCode: "UNREGISTERED",
      },
    ],
  },
};

beforeEach(async () => {
  await deliverEvents(s.job("outbox"));
  await db.delete(messages);
  for (const one of [push, firebase]) one.received.length = 0;
  mail.inbox.length = 0;
  push.behave((answer, { path }) => void answer.writeHead(path === gonePath ? 410 : 201).end());
  firebase.behave((answer, received) => {
    const isGone = received.body.includes("removed-app");
    answering(isGone ? 404 : 200, isGone ? removedApp : { name: "sent" })(answer, received);
  });
});

/** A driver with two browsers and two apps, of which one each was removed. */
async function driver() {
  const owner = await s.owner();
  const browser = (path: string) =>
    subscribePush(s.as(owner), { endpoint: `${push.origin}${path}`, keys: makeBrowser().keys });
  const app = (token: string) => registerDevice(s.as(owner), { token, platform: "android" });
  const made = {
    goneBrowser: (await browser(gonePath)).id,
    browser: (await browser(`/there-${owner.userId}`)).id,
    goneApp: (await app("removed-app")).id,
    app: (await app(`there-${owner.userId}`)).id,
  };
  return { owner, ...made };
}

/** Books, so that the driver is told; hands over what is due; what became of it, by channel and what rings. */
async function tell(owner: UserActor, hour: number) {
  await s.book(owner, hour);
  await deliverEvents(s.job("outbox"));
  return sendMessages(s.job("messages"), transports);
}
const toldOf = async (owner: UserActor) =>
  db.select().from(messages).where(eq(messages.userId, owner.userId)).orderBy(messages.id);
const ringsFor = async ({ userId }: UserActor) => {
  const browsers = await db
    .select()
    .from(pushSubscriptions)
    .where(eq(pushSubscriptions.userId, userId));
  const apps = await db.select().from(devices).where(eq(devices.userId, userId));
  return [...browsers, ...apps].map(({ id }) => id);
};

it("a browser (410) and an app (UNREGISTERED) that were removed are forgotten, and nothing else is lost", async () => {
  const { owner, goneBrowser, browser, goneApp, app } = await driver();
  // Mails to the driver, the office and the station's operator.
  expect(await tell(owner, 30)).toEqual({
    sent: 5,
    kept: 0,
    failed: 0,
    parked: 0,
    gone: 2,
    dropped: 0,
  });
  expect((await ringsFor(owner)).toSorted()).toEqual([browser, app].toSorted());
  const became = (await toldOf(owner)).map(({ recipient, status }) => [recipient, status]);
  expect(Object.fromEntries(became)).toEqual({
    [owner.email ?? ""]: "Sent",
    [browser]: "Sent",
    [app]: "Sent",
    [goneBrowser]: "Gone",
    [goneApp]: "Gone",
  });
  expect(mail.inbox.map(({ to }) => [to].flat()[0]?.text)).toContain(owner.email);

  // Nothing is tried again, however much time goes by, and what is said next has nobody there to go to.
  s.clock.advance(hours(5));
  expect(await sendMessages(s.job("messages"), transports)).toMatchObject({
    sent: 0,
    gone: 0,
    dropped: 0,
  });
  expect(push.received.filter(({ path }) => path === gonePath)).toHaveLength(1);
  expect(firebase.received.filter(({ body }) => body.includes("removed-app"))).toHaveLength(1);
  expect(await tell(owner, 34)).toMatchObject({ sent: 5, gone: 0, dropped: 0 });
  const [one] = (await listMessages(s.as(s.admin), { recipient: goneBrowser, page: 1, limit: 10 }))
    .items;
  expect(one).toMatchObject({ status: "Gone", nextAttemptAt: null, lastError: null, can: [] });

  // An administrator reads whose it is and what it rings, where that still rings.
  const shown = async (recipient: string) => {
    const { items } = await listMessages(s.as(s.admin), { recipient, page: 1, limit: 1 });
    return items.map(({ recipientName, rings }) => ({ recipientName, rings }));
  };
  const [account] = await db.select().from(users).where(eq(users.id, owner.userId));
  const recipientName = account?.name;
  const noApp = { platform: null, model: null };
  expect(await shown(goneBrowser)).toEqual([{ recipientName, rings: null }]);
  expect(await shown(browser)).toEqual([{ recipientName, rings: { browser: "other", ...noApp } }]);
  expect(await shown(app)).toEqual([
    { recipientName, rings: { browser: null, platform: "android", model: null } },
  ]);
  expect(await shown(owner.email ?? "")).toEqual([{ recipientName, rings: null }]);
});

it("what waits for a browser that is found gone by another message goes with it", async () => {
  const { owner } = await driver();
  await s.book(owner, 30);
  await s.book(owner, 31);
  await deliverEvents(s.job("outbox"));
  await sendMessages(s.job("messages"), transports);
  const statuses = (await toldOf(owner)).map(({ status }) => status);
  expect(statuses.filter((status) => status === "Gone")).toHaveLength(4);
  expect(statuses.filter((status) => status === "Pending")).toEqual([]);
});

it("a service that is only away forgets nobody: its messages are tried again", async () => {
  const { owner, goneBrowser, browser, goneApp, app } = await driver();
  push.behave(refusing(503));
  firebase.behave(refusing(404, "<html>Not Found</html>"));
  expect(await tell(owner, 30)).toMatchObject({ failed: 4, gone: 0, dropped: 0 });
  expect(await ringsFor(owner)).toHaveLength(4);
  push.behave(refusing(201));
  firebase.behave(answering(200, { name: "sent" }));
  s.clock.advance(hours(1));
  expect(await sendMessages(s.job("messages"), transports)).toMatchObject({
    sent: 4,
    gone: 0,
    dropped: 0,
  });
  expect((await ringsFor(owner)).toSorted()).toEqual(
    [goneBrowser, browser, goneApp, app].toSorted(),
  );
});
