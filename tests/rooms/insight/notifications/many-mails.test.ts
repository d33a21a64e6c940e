import { eq, inArray } from "drizzle-orm";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { afterAll, beforeEach, expect, it, vi } from "vitest";

import { messages } from "@/db/schema/notifications";
import { newId } from "@/lib/core/ids";
import { jobActor } from "@/lib/core/job-actor";
import { sendMessages } from "@/lib/insight/notifications";
import { emailTransport, type Transports } from "@/lib/insight/notifications/inside";
import { claimedAtOnce, lanes } from "@/lib/insight/notifications/rules";
import { makeContext } from "@/lib/process/wiring";

import { testDatabase } from "../../../support/database";
import { fileClock } from "../../../support/file-clock";
import { startMailServer } from "../../../support/mail-server";
import { testConfig, testStart } from "../../../support/world";

const { db } = await testDatabase();
const clock = fileClock(testStart);
const ctx = makeContext({ db, actor: jobActor("messages"), clock, config: testConfig });

beforeEach(async () => {
  await db.delete(messages);
});

/** So many mails that are due, the first the longest; answers their ids. */
async function write(count: number): Promise<string[]> {
  const due = clock.real().getTime() - 60_000;
  const rows = Array.from({ length: count }, (_, index) => ({
    id: newId(),
    eventId: newId(),
    channel: "Email" as const,
    recipient: `driver-${index}@example.test`,
    kind: "AsWritten" as const,
    locale: "en",
    values: { subject: `Mail ${index}`, body: "Hello." },
    status: "Pending" as const,
    nextAttemptAt: new Date(due + index),
    createdAt: testStart,
  }));
  await db.insert(messages).values(rows);
  return rows.map(({ id }) => id);
}
const standing = (status: "Pending" | "Sent") =>
  db.select().from(messages).where(eq(messages.status, status)).orderBy(messages.nextAttemptAt);

it("many go out once each over a few connections, the longest due first", async () => {
  const { url, inbox } = await startMailServer();
  const count = 3 * claimedAtOnce.Email + 5;
  const ids = await write(count);
  const Email = emailTransport({ url, from: "b@bay.test" });
  expect(await sendMessages(ctx, { Email })).toMatchObject({ sent: count, failed: 0 });
  const came = inbox.map(({ messageId = "" }) => messageId.replace(/^<|@.*$/g, ""));
  expect(came.toSorted()).toEqual(ids.toSorted());
  // Never further from its place than others may be on their way, or were claimed with it.
  const most = lanes.Email + claimedAtOnce.Email;
  for (const [place, id] of came.entries()) {
    expect(Math.abs(ids.indexOf(id) - place)).toBeLessThan(most);
  }
  for (const row of await standing("Sent")) {
    expect(row).toMatchObject({ values: {}, attempts: 1, sentAt: expect.any(Date) });
  }
});

it("an address that hangs keeps nobody else's waiting, one that is refused neither", async () => {
  const ids = await write(2 * claimedAtOnce.Email);
  const hanging = Promise.withResolvers<void>();
  const Email: Transports["Email"] = async ({ recipient }) => {
    if (recipient === "driver-0@example.test") await hanging.promise;
    if (recipient === "driver-1@example.test") throw new Error("550 no such user");
  };
  const sending = sendMessages(ctx, { Email });
  await expect.poll(async () => (await standing("Sent")).length).toBe(ids.length - 2);
  hanging.resolve();
  expect(await sending).toMatchObject({ sent: ids.length - 1, failed: 1 });
});

it("the next are claimed when less than half of the last wait, and not before", async () => {
  const ids = await write(4 * claimedAtOnce.Email);
  const answers: (() => void)[] = [];
  let isOver = false;
  const Email: Transports["Email"] = () =>
    isOver ? Promise.resolve() : new Promise((resolve) => answers.push(resolve));
  const sending = sendMessages(ctx, { Email }, 60_000);
  await expect.poll(() => answers.length).toBe(lanes.Email);
  const claimed = async () => (await standing("Pending")).filter((one) => one.attempts > 0).length;
  // Half of those that were claimed are under way.
  expect(await claimed()).toBe(2 * lanes.Email);
  answers.shift()?.();
  await expect.poll(claimed).toBe(2 * lanes.Email + claimedAtOnce.Email - 1);
  isOver = true;
  for (const answer of answers) answer();
  expect(await sending).toMatchObject({ sent: ids.length });
});

it("what was claimed and not begun when the time is over stands as before, for whoever comes next", async () => {
  const ids = await write(claimedAtOnce.Email + 10);
  await db
    .update(messages)
    .set({ attempts: 3, triedAt: testStart })
    .where(inArray(messages.id, ids));
  const before = await standing("Pending");
  const heard: string[] = [];
  const Email: Transports["Email"] = async ({ id }) => {
    heard.push(id);
    clock.advance(3_000);
  };
  const { sent } = await sendMessages(ctx, { Email });
  // Those that were begun before the first took all the time.
  expect(sent).toBeLessThanOrEqual(lanes.Email);
  const left = await standing("Pending");
  expect(left).toEqual(before.filter(({ id }) => !heard.includes(id)));
  expect(await sendMessages(ctx, { Email: async () => {} }, 60_000)).toMatchObject({
    sent: ids.length - sent,
  });
});

it("a mail server that takes the connection and says nothing is given up after ten seconds", async () => {
  const open: Socket[] = [];
  const silent = createServer((socket) => open.push(socket.on("error", () => undefined)));
  await new Promise<void>((resolve) => void silent.listen(0, "127.0.0.1", resolve));
  afterAll(() => {
    for (const socket of open) socket.destroy();
    silent.close();
  });
  const { port } = silent.address() as AddressInfo;
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const send = emailTransport({ url: `smtp://127.0.0.1:${port}`, from: "b@bay.test" });
    const mail = { id: "1", recipient: "a@b.test", subject: "s", body: "b", locale: "en" };
    const failure = send({ ...mail, url: null }).catch((error: unknown) => error);
    await vi.waitFor(() => expect(open).toHaveLength(1), { timeout: 5_000 });
    await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0), { timeout: 5_000 });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await failure).toMatchObject({ code: "ETIMEDOUT" });
  } finally {
    vi.useRealTimers();
  }
});
