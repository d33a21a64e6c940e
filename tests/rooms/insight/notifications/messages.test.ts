import { eq } from "drizzle-orm";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, describe, expect, it } from "vitest";

import { accountLinks } from "@/db/schema/accounts";
import { pushSubscriptions } from "@/db/schema/inbox";
import { messages } from "@/db/schema/notifications";
import { forgotPassword } from "@/lib/people/accounts";
import { newId } from "@/lib/core/ids";
import { jobActor } from "@/lib/core/job-actor";
import { transportsOf } from "@/lib/process/transports";
import { listMessages, retryAllMessages, sendMessages } from "@/lib/insight/notifications";
import type { Transports } from "@/lib/insight/notifications/inside";
import { wordMessage } from "@/lib/insight/notifications/word-message";
import { writeMessage } from "@/lib/insight/notifications/write-message";
import { deliverEvents } from "@/lib/records/outbox";
import { publishEvent } from "@/lib/records/outbox/inside";
import { makeContext } from "@/lib/process/wiring";

import { testDatabase } from "../../../support/database";
import { fileClock } from "../../../support/file-clock";
import { parkedMessage } from "../../../support/parked-message";
import { minutes } from "../../../support/test-clock";
import { makeBusiness, makeUser, testConfig, testStart } from "../../../support/world";

const { db } = await testDatabase();
const clock = fileClock(testStart);
const ctx = makeContext({ db, actor: jobActor("outbox"), clock, config: testConfig });
const admin = { ...ctx, actor: await makeUser(db, "SystemAdmin") };
const business = await makeBusiness(db);

/** A real SMTP server that keeps what it is sent, and refuses while `refusing` is set. */
const inbox: { to: string[]; text: string }[] = [];
let refusing = false;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  onRcptTo: (_address, _session, done) => done(refusing ? new Error("try later") : undefined),
  onData: (stream, session, done) => {
    const parts: Buffer[] = [];
    stream.on("data", (part: Buffer) => parts.push(part));
    stream.on("end", () => {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      inbox.push({ to, text: Buffer.concat(parts).toString().replaceAll("=\r\n", "") });
      done();
    });
  },
});
await new Promise<void>((resolve) => {
  server.listen(0, "127.0.0.1", resolve);
});
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));
const { port } = server.server.address() as AddressInfo;
const mail = transportsOf({
  SMTP_URL: `smtp://127.0.0.1:${port}`,
  MAIL_FROM: "Baybook <b@bay.test>",
});

async function invited() {
  const user = await makeUser(db, "Backoffice", { businessId: business.id });
  await publishEvent(ctx, { type: "user.invited", payload: { userId: user.userId } });
  await deliverEvents(ctx);
  return { user, recipient: user.email ?? "" };
}

const about = async (recipient: string) =>
  (await listMessages(admin, { recipient, page: 1, limit: 10 })).items;
const send = (transports: Transports) =>
  sendMessages({ ...ctx, actor: jobActor("messages") }, transports);

it("are found by the whole address, and by the name of the account, without regard to case and accents", async () => {
  const named = await makeUser(db, "EvOwner", { name: "Zoë Quillfeather" });
  const type = "user.password_changed" as const;
  await publishEvent(ctx, { type, payload: { userId: named.userId } });
  await deliverEvents(ctx);
  const push = { id: await parkedMessage(db), channel: "WebPush", recipient: newId() } as const;
  await db
    .update(messages)
    .set({ ...push, userId: named.userId })
    .where(eq(messages.id, push.id));
  const whole = await about(named.email ?? "");
  expect(whole.map(({ kind }) => kind)).toEqual(["PasswordChanged"]);
  for (const typed of ["Zoë Quillfeather", "zoe", "quillfe"]) {
    const found = await about(typed);
    expect(found.map(({ channel }) => channel).toSorted(), typed).toEqual(["Email", "WebPush"]);
  }
  expect(await about("Quillfeather%")).toEqual([]);
});

it("addresses that do not answer keep nobody's mail waiting, and one of a person's at a time", async () => {
  const person = await makeUser(db, "EvOwner");
  const row = {
    userId: person.userId,
    kind: "AsWritten" as const,
    locale: "en",
    values: { subject: "Hello", body: "Are you there?" },
    status: "Pending" as const,
    nextAttemptAt: new Date(0),
    createdAt: testStart,
  };
  const browsers = Array.from({ length: 6 }, () => newId());
  await db.insert(pushSubscriptions).values(
    browsers.map((id) => ({
      id,
      userId: person.userId,
      endpoint: `https://push.example/${id}`,
      p256dh: "p",
      auth: "a",
      createdAt: testStart,
    })),
  );
  await db.insert(messages).values(
    browsers.map((recipient) => ({
      ...row,
      id: newId(),
      eventId: newId(),
      channel: "WebPush" as const,
      recipient,
    })),
  );
  const { recipient } = await invited();
  let ringing = 0;
  let most = 0;
  let release: () => void = () => undefined;
  const hanging = new Promise<void>((resolve) => {
    release = resolve;
  });
  const sent = send({
    ...mail,
    async WebPush() {
      ringing += 1;
      most = Math.max(most, ringing);
      await hanging;
      ringing -= 1;
    },
  });
  await expect.poll(async () => (await about(recipient))[0]?.status).toBe("Sent");
  // Two lanes may have begun at the same moment.
  expect(most).toBeLessThanOrEqual(2);
  release();
  await sent;
  await db.delete(messages).where(eq(messages.userId, person.userId));
});

describe("account mails", () => {
  it("carry a fresh link that no event holds, and are kept where there is no mail server", async () => {
    const { user, recipient } = await invited();
    await send({});
    const [message] = await about(recipient);
    expect(message).toMatchObject({ status: "Kept", channel: "Email", attempts: 0 });
    expect(message?.body).toMatch(/http:\/\/baybook\.test\/set-password\?token=[\w-]{40,}/);
    expect(message?.body).toMatch(/until June 4, 2026 at 8:00\sAM EDT/);
    const links = await db.select().from(accountLinks).where(eq(accountLinks.userId, user.userId));
    expect(links).toHaveLength(1);
    expect(message?.body).not.toContain(links[0]?.tokenHash);
  });

  it("are listed newest first, or oldest first where one asks so", async () => {
    await invited();
    await invited();
    const ids = async (sort?: "createdAt") =>
      (await listMessages(admin, { sort, page: 1, limit: 100 })).items.map(({ id }) => id);
    const newest = await ids();
    expect(newest.length).toBeGreaterThan(1);
    expect(newest).toEqual(newest.toSorted().toReversed());
    expect(await ids("createdAt")).toEqual(newest.toReversed());
  });

  it("are written once for one event, however often it is handed over", async () => {
    const { recipient } = await invited();
    const [message] = await about(recipient);
    const user = await makeUser(db, "EvOwner");
    const event = {
      id: message?.eventId ?? "",
      type: "owner.registered" as const,
      subject: `user/${user.userId}`,
      payload: { userId: user.userId },
      at: testStart,
      attempts: 1,
    };
    await writeMessage(ctx, event);
    await writeMessage(ctx, event);
    expect(await about(user.email ?? "")).toHaveLength(1);
  });

  it("tell the contact why a request was rejected, and a person who asked for a new password", async () => {
    await publishEvent(ctx, {
      type: "business.rejected",
      payload: { businessId: business.id, reason: "No tax id" },
    });
    const user = await makeUser(db, "EvOwner", { passwordHash: "x" });
    await forgotPassword(ctx, { username: user.email ?? "" });
    await deliverEvents(ctx);
    const rows = await db.select().from(messages);
    expect(rows.map(wordMessage).some(({ body }) => body?.includes("Reason: No tax id"))).toBe(
      true,
    );
    const [reset] = await about(user.email ?? "");
    expect(reset?.subject).toBe("Choose a new password");
  });

  it("are in the language that their recipient chose", async () => {
    const user = await makeUser(db, "EvOwner", { locale: "en-XA", name: "ரவி {x} <b>'" });
    const payload = { userId: user.userId, ownerId: user.userId };
    await publishEvent(ctx, { type: "owner.registered", payload });
    await deliverEvents(ctx);
    const [message] = await about(user.email ?? "");
    expect(message?.language).toBe("en-XA");
    expect(message?.subject).toMatch(/^\[Ŵéļçöɱé ţö Ɓåýƀööķ/);
    // What somebody is called is no message of ours, whatever braces it has.
    expect(message?.body).toContain("Ĥéļļö ரவி {x} <b>',");
    expect(message?.body).toContain("http://baybook.test");
  });

  it("are not written to somebody who may not log in meanwhile, nor for events that tell nobody", async () => {
    const user = await makeUser(db, "Backoffice", {
      businessId: business.id,
      status: "Deactivated",
    });
    await publishEvent(
      ctx,
      { type: "user.invited", payload: { userId: user.userId } },
      { type: "setting.changed", payload: { scope: "User", scopeId: user.userId, names: [] } },
    );
    expect(await deliverEvents(ctx)).toEqual({ delivered: 1, failed: 0 });
    expect(await about(user.email ?? "")).toEqual([]);
  });
});

describe("sending by SMTP", () => {
  it("hands the mail over and wipes its text", async () => {
    await send({});
    const { recipient } = await invited();
    expect(await send(mail)).toMatchObject({ sent: 1, failed: 0 });
    expect(inbox.at(-1)?.to).toEqual([recipient]);
    expect(inbox.at(-1)?.text).toContain("/set-password?token=");
    expect(inbox.at(-1)?.text).toContain("From: Baybook <b@bay.test>");
    const [stored] = await db.select().from(messages).where(eq(messages.recipient, recipient));
    expect(stored).toMatchObject({ status: "Sent", values: {}, attempts: 1 });
    expect((await about(recipient))[0]).toMatchObject({ body: null });
    expect(await send(mail)).toMatchObject({ sent: 0 });
  });

  it("tries again with growing pauses, and parks after eight tries", async () => {
    const { recipient } = await invited();
    refusing = true;
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      expect(await send(mail)).toMatchObject(attempt < 8 ? { failed: 1 } : { parked: 1 });
      expect(await send(mail)).toMatchObject({ failed: 0, parked: 0 });
      clock.advance(minutes(8 * 60));
    }
    const [message] = await about(recipient);
    expect(message).toMatchObject({ status: "Parked", attempts: 8 });
    expect(message?.lastError).toContain("try later");
    refusing = false;
  });

  it("a mail server that is away for a night loses nothing", async () => {
    const { recipient } = await invited();
    refusing = true;
    for (let minute = 0; minute < 7 * 60; minute += 5) {
      await send(mail);
      clock.advance(minutes(5));
    }
    refusing = false;
    expect(await about(recipient)).toMatchObject([{ status: "Pending" }]);
    clock.advance(minutes(6 * 60));
    await send(mail);
    expect(await about(recipient)).toMatchObject([{ status: "Sent" }]);
  });

  it("all that were given up are tried once more by one call, and what was not is left alone", async () => {
    await db.update(messages).set({ status: "Sent" });
    const { recipient } = await invited();
    await send({});
    await parkedMessage(db);
    await parkedMessage(db);
    expect(await retryAllMessages(admin)).toEqual({ count: 2 });
    expect(await retryAllMessages(admin)).toEqual({ count: 0 });
    refusing = true;
    expect(await send(mail)).toMatchObject({ parked: 2, failed: 0 });
    refusing = false;
    expect(await retryAllMessages(admin)).toEqual({ count: 2 });
    expect(await send(mail)).toMatchObject({ sent: 2 });
    expect(await about(recipient)).toMatchObject([{ status: "Kept" }]);
    const office = { ...ctx, actor: await makeUser(db, "Backoffice", { businessId: business.id }) };
    await expect(retryAllMessages(office)).rejects.toMatchObject({ code: "request.forbidden" });
  });

  it("sends each once though two workers send at once", async () => {
    const before = inbox.length;
    await Promise.all(Array.from({ length: 20 }, () => invited()));
    await deliverEvents(ctx);
    const [one, two] = await Promise.all([send(mail), send(mail)]);
    expect(one.sent + two.sent).toBe(20);
    expect(inbox.length - before).toBe(20);
  });

  it("keeps a line break in a name out of the mail's head", async () => {
    const user = await makeUser(db, "EvOwner", { name: "Ravi\r\nBcc: all@example.test" });
    await publishEvent(ctx, {
      type: "owner.registered",
      payload: { userId: user.userId, ownerId: user.userId },
    });
    await deliverEvents(ctx);
    await send(mail);
    const [head] = inbox.at(-1)?.text.split("\r\n\r\n") ?? [];
    expect(head).not.toContain("Bcc");
    expect(inbox.at(-1)?.to).toEqual([user.email]);
  });
});
