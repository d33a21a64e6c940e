import { findActor, issueLink } from "@/lib/people/accounts/inside";
import type { Context } from "@/lib/core/context";
import { isAppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { scopeOf } from "@/lib/core/permissions";
import { addNotifications, findReceivers } from "@/lib/insight/inbox/inside";
import { accountKind } from "@/lib/insight/inbox/schema";
import type { OutboxEvent } from "@/lib/records/outbox/inside";
import type { LinkPurpose } from "@/lib/people/accounts/schema";
import { defaultLocale } from "@/lib/words/say";

import { letterOf } from "./choose-letters";
import type { MessageKind } from "./schema";
import { findContact, findUser, keptClock, type Addressee } from "./store/addressees";
import { insertMessage } from "./store/messages";

/**
 * Writes the messages that an event calls for, in the transaction that marks it delivered, and puts what becomes of an
 * account into its inbox, too. Whoever is gone is not written to, and whoever may not sign in gets no link.
 */
export async function writeMessage(ctx: Context, event: OutboxEvent): Promise<void> {
  scopeOf(ctx, "event.deliver");
  const notice = letterOf(event);
  const person = notice && (await findAddressee(ctx, event, notice.to));
  if (!person) return;
  const link = notice.link ? await freshLink(ctx, event, notice.link) : undefined;
  if (link === null) return;
  await insertMessage(ctx, {
    id: newId(),
    eventId: event.id,
    channel: "Email",
    recipient: person.email,
    ...(notice.to === "user" && { userId: textOf(event, "userId") }),
    kind: notice.kind,
    locale: person.locale ?? defaultLocale,
    values: {
      name: person.name,
      baseUrl: ctx.config.baseUrl,
      ...keptClock(person),
      ...(person.timeZone && { timeZone: person.timeZone }),
      ...(person.businessName !== undefined && { businessName: person.businessName }),
      ...(await valuesOf(ctx, event)),
      ...(link && { link: link.url, expiresAt: link.expiresAt.toISOString() }),
    },
    status: "Pending",
    nextAttemptAt: ctx.clock.real(),
    createdAt: ctx.clock.now(),
  });
  await putIntoInbox(ctx, event, notice.kind);
}

/** What the words of the event's letter name of what it tells. */
async function valuesOf(ctx: Context, event: OutboxEvent): Promise<Record<string, string>> {
  const { reason, passkeysRemoved, eraseAfter, userId } = event.payload;
  return {
    ...(typeof reason === "string" && { reason }),
    ...(typeof passkeysRemoved === "number" && { passkeysRemoved: String(passkeysRemoved) }),
    ...(typeof eraseAfter === "string" && { eraseAfter, ...(await ownZone(ctx, String(userId))) }),
  };
}

/** By whose clocks an owner wants to be told, where they ever said. */
async function ownZone(ctx: Context, userId: string): Promise<{ timeZone?: string }> {
  const timeZone = (await findReceivers(ctx, [userId])).get(userId)?.channels.timeZone;
  return timeZone ? { timeZone } : {};
}

/** For whoever keeps an inbox and may sign in to read it; what carries a link, or has no account, has no place there. */
async function putIntoInbox(ctx: Context, event: OutboxEvent, of: MessageKind): Promise<void> {
  const { data: kind } = accountKind.safeParse(of);
  const reader = kind && (await findActor(ctx, textOf(event, "userId") ?? ""));
  if (!reader) return;
  const { userId } = reader;
  const receiver = (await findReceivers(ctx, [userId])).get(userId);
  if (!receiver?.channels.inApp.all) return;
  const row = { userId, eventId: event.id, kind, type: "system" as const, values: {} };
  await addNotifications(ctx, [{ ...row, createdAt: event.at }]);
}

async function findAddressee(
  ctx: Context,
  event: OutboxEvent,
  to: "user" | "contact",
): Promise<Addressee | null> {
  const id = textOf(event, to === "user" ? "userId" : "businessId");
  if (id === undefined) return null;
  return to === "user" ? findUser(ctx, id) : findContact(ctx, id);
}

/** A link made for this message; null when the person may not log in meanwhile. */
async function freshLink(
  ctx: Context,
  event: OutboxEvent,
  purpose: LinkPurpose,
): Promise<{ url: string; expiresAt: Date } | null> {
  try {
    return await issueLink(ctx, { userId: textOf(event, "userId") ?? "", purpose });
  } catch (error) {
    if (isAppError(error, "user.status")) return null;
    throw error;
  }
}

function textOf({ payload }: OutboxEvent, name: string): string | undefined {
  const value = payload[name];
  return typeof value === "string" ? value : undefined;
}
