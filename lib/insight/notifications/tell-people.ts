import type { Context } from "@/lib/core/context";
import { hourMs } from "@/lib/core/durations";
import { newId } from "@/lib/core/ids";
import { scopeOf } from "@/lib/core/permissions";
import {
  addNotifications,
  findReceivers,
  quietUntil,
  type Receiver,
} from "@/lib/insight/inbox/inside";
import type { OutboxEvent } from "@/lib/records/outbox/inside";
import { defaultLocale } from "@/lib/words/say";

import { noticesOf, type Notice } from "./choose-notices";
import { gatherFacts, type Facts } from "./gather-facts";
import { whyNoReminder } from "./judge-message";
import { settleNotices } from "./settle-notices";
import { findOwners, findStaff, keptClock, type Person } from "./store/addressees";
import { insertMessages, type NewMessage } from "./store/messages";

/** Tells everybody whom an event of a booking, a session or a place that is waited for concerns. */
export const tellPeople = (ctx: Context, event: OutboxEvent): Promise<void> =>
  tellOfAll(ctx, [event]);

/**
 * Tells everybody whom events of bookings, sessions or places that are waited for concern: into their inbox, and by the
 * ways that they chose for its topic, in the transaction that marks them delivered, with a statement for all of them
 * wherever one will do. In their quiet hours a message waits, unless it is due soon; of staff who want one mail an hour
 * it waits for the full hour. What asked for something that is done by what happened counts as read.
 */
export async function tellOfAll(ctx: Context, events: readonly OutboxEvent[]): Promise<void> {
  scopeOf(ctx, "event.deliver");
  const told = events.flatMap((event) => noticesOf(event).map((notice) => ({ event, notice })));
  const settling = events.filter(({ type }) => type === "booking.conflict_settled");
  const all = await gatherFacts(ctx, [
    ...new Set([...told.map(({ event }) => event), ...settling]),
  ]);
  const due = told.flatMap(({ event, notice }) => {
    const facts = all.get(event);
    return facts && !isLateReminder(ctx, event, facts) ? [{ event, notice, facts }] : [];
  });
  await tell(ctx, await withPeople(ctx, due));
  await settleNotices(ctx, [...all.values()]);
}

/** Whether it reminds of a booking that was moved or canceled since, or has begun. */
const isLateReminder = (ctx: Context, { type, payload }: OutboxEvent, { booking }: Facts) =>
  type === "booking.reminder" && whyNoReminder(booking, payload.startsAt, ctx.clock.now()) !== null;

interface Due {
  readonly event: OutboxEvent;
  readonly notice: Notice;
  readonly facts: Facts;
}

interface Telling extends Due {
  /** Whoever is to hear of it, each once. */
  readonly people: readonly Person[];
}

async function withPeople(ctx: Context, due: readonly Due[]): Promise<Telling[]> {
  const ownerIds = due.flatMap(({ notice, facts: { ownerId } }) =>
    notice.to.includes("owner") && ownerId !== null ? [ownerId] : [],
  );
  const owners = Map.groupBy(await findOwners(ctx, [...new Set(ownerIds)]), ({ id }) => id);
  const staff = new Map<string, Person[]>();
  const tellings: Telling[] = [];
  for (const one of due) {
    const { to } = one.notice;
    const { ownerId, businessId, stationId } = one.facts;
    if (to.includes("owner")) {
      tellings.push({ ...one, people: owners.get(ownerId ?? "") ?? [] });
    } else if (businessId !== null) {
      const key = `${businessId}/${stationId}/${to}`;
      const wanted = { office: to.includes("office"), onSite: to.includes("onSite") };
      const people = staff.get(key) ?? (await findStaff(ctx, { businessId, stationId }, wanted));
      staff.set(key, people);
      tellings.push({ ...one, people });
    }
  }
  return tellings;
}

async function tell(ctx: Context, tellings: readonly Telling[]): Promise<void> {
  const ids = new Set(tellings.flatMap(({ people }) => people.map(({ id }) => id)));
  if (ids.size === 0) return;
  // In one order, whoever else tells them something.
  const receivers = await findReceivers(ctx, [...ids].toSorted());
  const reached = tellings.flatMap((telling) =>
    telling.people.flatMap((person) => {
      const receiver = receivers.get(person.id);
      return receiver ? [{ telling, person, receiver }] : [];
    }),
  );
  // They stand in the inbox by when it happened, also where no worker ran for a while.
  const added = await addNotifications(
    ctx,
    reached
      .filter(({ receiver }) => receiver.channels.inApp.all)
      .map(({ telling, person }) => noticeTo(telling, person)),
  );
  const noticeIds = new Map(added.map(({ id, eventId, userId }) => [`${eventId}/${userId}`, id]));
  await insertMessages(
    ctx,
    reached.flatMap(({ telling, person, receiver }) => {
      const noticeId = noticeIds.get(`${telling.event.id}/${person.id}`);
      return messagesTo(ctx, telling, { person, receiver, noticeId });
    }),
  );
}

const noticeTo = ({ event, notice, facts }: Telling, { id: userId }: Person) => ({
  userId,
  eventId: event.id,
  kind: notice.kind,
  type: notice.type,
  values: facts.values,
  bookingId: facts.booking?.id ?? null,
  sessionId: facts.sessionId,
  stationId: facts.stationId,
  createdAt: event.at,
});

interface Reached {
  readonly person: Person;
  readonly receiver: Receiver;
  /** The same in their inbox, where they keep one. */
  readonly noticeId: string | undefined;
}

/** The messages that the notice makes for one person, each by a way that they chose. */
function messagesTo(
  ctx: Context,
  { event, notice, facts }: Telling,
  { person, receiver, noticeId }: Reached,
): NewMessage[] {
  const { channels, unsubscribeKey, subscriptionIds, deviceIds } = receiver;
  const { topic, ways = ["Email", "Sms", "Push"] } = notice;
  const by = (way: (typeof ways)[number], isChosen: boolean) => isChosen && ways.includes(way);
  const wait = waitOf(ctx, { channels, facts });
  const message = {
    eventId: event.id,
    userId: person.id,
    kind: notice.kind,
    locale: person.locale ?? defaultLocale,
    values: {
      ...facts.values,
      ...keptClock(person),
      name: person.name,
      role: person.role,
      baseUrl: ctx.config.baseUrl,
      topic,
      unsubscribeKey,
      ...(noticeId !== undefined && { noticeId }),
    },
    status: "Pending" as const,
    nextAttemptAt: new Date(ctx.clock.real().getTime() + wait),
    createdAt: ctx.clock.now(),
  };
  const to = (channel: NewMessage["channel"], recipient: string): NewMessage => ({
    ...message,
    id: newId(),
    channel,
    recipient,
  });
  const isDigested = channels.hourlyDigest && person.role !== "EvOwner";
  const email = by("Email", channels.email[topic])
    ? [{ ...to("Email", person.email), ...(isDigested && inDigest(ctx, wait)) }]
    : [];
  const sms =
    person.phone !== null && by("Sms", channels.sms[topic]) ? [to("Sms", person.phone)] : [];
  const push = by("Push", channels.push[topic])
    ? [
        ...subscriptionIds.map((id) => to("WebPush", id)),
        ...deviceIds.map((id) => to("AppPush", id)),
      ]
    : [];
  return [...email, ...sms, ...push];
}

/** Milliseconds that a message waits for the end of quiet hours. */
function waitOf(ctx: Context, { channels, facts }: Pick<Receiver, "channels"> & { facts: Facts }) {
  const now = ctx.clock.now();
  const { timeZone, dueAt } = facts;
  const until = quietUntil(channels, { now, timeZone, dueAt: dueAt > now ? dueAt : undefined });
  return until ? until.getTime() - now.getTime() : 0;
}

/** With the next full hour's mail; what already waits for the end of quiet hours, with the first after it. */
function inDigest(ctx: Context, wait: number) {
  const from = ctx.clock.real().getTime() + wait;
  return { inDigest: true, nextAttemptAt: new Date(Math.ceil(from / hourMs) * hourMs) };
}
