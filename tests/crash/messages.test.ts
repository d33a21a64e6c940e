import { once } from "node:events";

import { expect, it } from "vitest";

import { pushSubscriptions } from "@/db/schema/inbox";
import { messages } from "@/db/schema/notifications";
import { systemClock } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { claimedAtOnce, lanes } from "@/lib/insight/notifications/rules";
import { mostAtOnce } from "@/lib/insight/webhooks/rules";

import { makeWebhookWorld } from "../rooms/insight/webhooks/setting";
import { vapidPair } from "../support/browser-ring";
import { testDatabase } from "../support/database";
import { makeUser } from "../support/world";
import { startReceivers, ways } from "./receivers";
import { testName, workersOn } from "./worker-process";

/** What one worker has on its way at most. */
const most = Object.values(claimedAtOnce).map((claimed) => claimed + Math.floor(claimed / 2));
const atOnce = [...Object.values(lanes), ...most].reduce((all, one) => all + one, 0);
const rounds = Number(process.env.CRASH_ROUNDS ?? 3);
/** Of each round, by each way: more than go out before the kill. */
const written = 30;
const paths = ["/one", "/two"];

const database = await testDatabase({ name: testName });
const { db, sql } = database;
const receivers = await startReceivers();
const workers = workersOn(database, {
  ...vapidPair(),
  SMTP_URL: receivers.smtpUrl,
  WEBHOOKS_PRIVATE: "1",
});
const world = await makeWebhookWorld(db, systemClock);
for (const path of paths) await world.add(receivers.webhookUrl(path));
const { userId } = await makeUser(db, "EvOwner");
const subscriptionId = newId();
const now = new Date();
await db
  .insert(pushSubscriptions)
  .values({ id: subscriptionId, userId, ...receivers.subscription, createdAt: now });

/** Mails and push messages, and bookings of which both webhooks hear two events each. */
async function write(): Promise<void> {
  const message = (rest: Pick<typeof messages.$inferInsert, "channel" | "recipient" | "kind">) => ({
    ...rest,
    id: newId(),
    eventId: newId(),
    userId,
    locale: "en",
    status: "Pending" as const,
    nextAttemptAt: new Date(),
    createdAt: new Date(),
    values: { name: "Ravi", baseUrl: "http://baybook.test", subject: "Hello", body: "Now." },
  });
  const mail = {
    channel: "Email",
    recipient: "ravi@example.test",
    kind: "PasswordChanged",
  } as const;
  const push = { channel: "WebPush", recipient: subscriptionId, kind: "AsWritten" } as const;
  await db
    .insert(messages)
    .values(Array.from({ length: written }, () => [message(mail), message(push)]).flat());
  for (let count = 0; count < written / 2; count += 1) {
    await world.tell("booking.approved", await world.tell("booking.created"));
  }
}

type State = "done" | "under way" | "held" | "due" | "failed";

/**
 * What goes out, by what the receivers know it by. `under way`: a worker took it, and has not said what came of it.
 * `held`: what happened to the booking before has not been delivered.
 */
const outgoing = () => sql<{ what: string; state: State }[]>`
  select id::text as what, case
      when status = 'Sent' then 'done'
      when status <> 'Pending' or last_error is not null then 'failed'
      when attempts > 0 and next_attempt_at > now() then 'under way' else 'due' end as state
  from messages
  union all
  select regexp_replace(url, '^.*(/\\w+)$', '\\1') || ' ' || event_id, case
      when delivered_at is not null then 'done'
      when failed_at is not null or attempts > 0 then 'failed'
      when leased_until > now() then 'under way'
      when exists (
        select from webhook_deliveries earlier
        where earlier.webhook_id = one.webhook_id and earlier.subject = one.subject
          and earlier.position < one.position and earlier.delivered_at is null
      ) then 'held' else 'due' end
  from webhook_deliveries one join webhooks on webhooks.id = one.webhook_id`;
const inState = async (state: State) =>
  (await outgoing()).filter((one) => one.state === state).map(({ what }) => what);

/** As if time went by until the lease of every try is over: two minutes, of webhooks 30 s. Or stood still before that. */
async function endLeases({ notYet = false } = {}): Promise<void> {
  const at = notYet ? sql`now() + interval '1 hour'` : sql`now()`;
  await sql`
    update messages set next_attempt_at = ${at} where status = 'Pending' and next_attempt_at > now()`;
  await sql`
    update webhook_deliveries set next_attempt_at = ${at}, leased_until = ${at}
    where delivered_at is null and leased_until > now()`;
}

/** Starts a worker, kills it at an arrival by chance, and answers what it had under way then. */
async function killOne(round: number): Promise<readonly string[]> {
  const way = ways[round % ways.length] ?? "mail";
  const moment = round % 2 === 0 ? "unanswered" : "answered";
  const worker = workers.start();
  const ended = once(worker, "exit");
  const after = 1 + Math.floor(Math.random() * (written / 2));
  receivers.setAlarm({ way, after, moment, ring: () => workers.kill(worker) });
  expect(await ended, "ended by the kill").toEqual([null, "SIGKILL"]);
  await workers.gone(worker);
  return inState("under way");
}

const timesOf = (what: string) => receivers.came.filter((one) => one === what).length;

it(
  `of ${rounds} workers killed while they send, nothing is lost, and each repeats at most what it had under way`,
  async () => {
    const repeatable: string[] = [];
    let last: readonly string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await write();
      await endLeases();
      last = await killOne(round);
      repeatable.push(...last);
      const ofWebhook = (path: string) => last.filter((what) => what.startsWith(path)).length;
      expect(last.filter((what) => !what.startsWith("/")).length).toBeLessThanOrEqual(atOnce);
      for (const path of paths) expect(ofWebhook(path)).toBeLessThanOrEqual(mostAtOnce);
    }

    // Another one sends what is due, but not what the dead one may have sent: until its lease is over.
    const heard = last.map(timesOf);
    await endLeases({ notYet: true });
    const survivor = workers.start();
    await expect.poll(() => inState("due"), { timeout: 240_000, interval: 500 }).toEqual([]);
    await expect.poll(() => inState("under way"), { timeout: 5_000 }).toHaveLength(last.length);
    expect((await inState("under way")).toSorted()).toEqual(last.toSorted());
    expect(last.map(timesOf)).toEqual(heard);
    await endLeases();
    const unfinished = async () => (await outgoing()).filter(({ state }) => state !== "done");
    await expect.poll(unfinished, { timeout: 120_000, interval: 500 }).toEqual([]);
    workers.kill(survivor);
    await workers.gone(survivor);

    // At least once: everything came. And no more: once, and once more for each time that a kill left it under way.
    const all = await outgoing();
    expect(all).toHaveLength(rounds * written * (2 + paths.length));
    const wrong = all
      .map(({ what }) => ({
        what,
        came: timesOf(what),
        most: 1 + repeatable.filter((one) => one === what).length,
      }))
      .filter(({ came, most }) => came < 1 || came > most);
    expect(wrong).toEqual([]);
    const repeated = receivers.came.length - new Set(receivers.came).size;
    expect(repeated, "sent again, of what a kill left unanswered").toBeGreaterThanOrEqual(
      Math.ceil(rounds / 2),
    );
    expect(repeated).toBeLessThanOrEqual(repeatable.length);
    await expectOrder();
  },
  420_000 + rounds * 60_000,
);

/** What happened to a booking came to each webhook in its order, told again or not. */
async function expectOrder(): Promise<void> {
  const events = await sql<{ id: string; subject: string }[]>`
    select id, subject from outbox_events where subject like 'booking/%' order by position`;
  for (const path of paths) {
    const first = (id: string) => receivers.came.indexOf(`${path} ${id}`);
    for (const [, ofBooking] of Map.groupBy(events, ({ subject }) => subject)) {
      const places = ofBooking.map(({ id }) => first(id));
      expect(places).toHaveLength(2);
      expect(places).toEqual(places.toSorted((one, other) => one - other));
    }
  }
}
