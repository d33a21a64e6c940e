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
import { findOwner, findStaff, type Person } from "./store/addressees";
import { insertMessages, type NewMessage } from "./store/messages";

/**
 * Tells everybody whom an event of a booking, a session or a place that is waited for concerns: into their inbox, and by the ways that they chose for
 * its topic, in the transaction that marks it delivered. In their quiet hours a message waits, unless it is due soon;
 * of staff who want one mail an hour it waits for the full hour.
 */
export async function tellPeople(ctx: Context, event: OutboxEvent): Promise<void> {
  scopeOf(ctx, "event.deliver");
  const told = noticesOf(event);
  if (told.length === 0) return;
  const facts = await gatherFacts(ctx, event);
  if (!facts || isLateReminder(ctx, event, facts)) return;
  for (const notice of told) {
    const people = await findAudience(ctx, notice, facts);
    if (people.length > 0) await tell(ctx, event, { notice, facts, people });
  }
}

/** Whether it reminds of a booking that was moved or canceled since, or has begun. */
const isLateReminder = (ctx: Context, { type, payload }: OutboxEvent, { booking }: Facts) =>
  type === "booking.reminder" && whyNoReminder(booking, payload.startsAt, ctx.clock.now()) !== null;

/** Whoever is to hear of it, each once. */
async function findAudience(ctx: Context, { to }: Notice, facts: Facts): Promise<Person[]> {
  const { ownerId, businessId, stationId } = facts;
  if (to.includes("owner")) return ownerId === null ? [] : findOwner(ctx, ownerId);
  if (businessId === null) return [];
  const at = { businessId, stationId };
  return findStaff(ctx, at, { office: to.includes("office"), onSite: to.includes("onSite") });
}

interface Telling {
  readonly notice: Notice;
  readonly facts: Facts;
  readonly people: readonly Person[];
}

async function tell(ctx: Context, event: OutboxEvent, telling: Telling): Promise<void> {
  const { notice, facts, people } = telling;
  const { booking, sessionId, stationId, values } = facts;
  const receivers = await findReceivers(
    ctx,
    people.map(({ id }) => id),
  );
  const reached = people.flatMap((person) => {
    const receiver = receivers.get(person.id);
    return receiver ? [{ person, receiver }] : [];
  });
  // They stand in the inbox by when it happened, also where no worker ran for a while.
  const noticeIds = await addNotifications(
    ctx,
    reached
      .filter(({ receiver }) => receiver.channels.inApp.all)
      .map(({ person }) => ({
        userId: person.id,
        eventId: event.id,
        kind: notice.kind,
        type: notice.type,
        values,
        bookingId: booking?.id ?? null,
        sessionId,
        stationId,
      })),
    event.at,
  );
  await insertMessages(
    ctx,
    reached.flatMap(({ person, receiver }) =>
      messagesTo(ctx, event, telling, { person, receiver, noticeId: noticeIds.get(person.id) }),
    ),
  );
}

interface Reached {
  readonly person: Person;
  readonly receiver: Receiver;
  /** The same in their inbox, where they keep one. */
  readonly noticeId: string | undefined;
}

/** The messages that the notice makes for one person, each by a way that they chose. */
function messagesTo(
  ctx: Context,
  event: OutboxEvent,
  { notice, facts }: Telling,
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
