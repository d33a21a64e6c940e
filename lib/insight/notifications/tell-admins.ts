import { inTransaction, type Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { scopeOf } from "@/lib/core/permissions";
import { addNotifications, findReceivers, type Receiver } from "@/lib/insight/inbox/inside";
import { defaultLocale } from "@/lib/words/say";

import { messageChannel, type MessageChannel } from "./schema";
import { findAdmins, keptClock, type Person } from "./store/addressees";
import { insertMessages, type NewMessage } from "./store/messages";

/** The worker was last heard of at `since`; `eventId` is the outage's own. */
interface Silence {
  readonly eventId: string;
  readonly since: Date;
}

/**
 * Tells every administrator who may sign in that no worker is heard of: into their inbox, where they keep one, and by
 * mail and push, where this process has them, whatever the hour. It guards the house, so nobody chooses about it. Each
 * is told once of an outage. Returns how many they are.
 */
export async function tellAdmins(ctx: Context, silence: Silence): Promise<number> {
  scopeOf(ctx, "worker.watch");
  return inTransaction(ctx, async (ctx) => {
    const admins = await findAdmins(ctx);
    const receivers = await findReceivers(
      ctx,
      admins.map(({ id }) => id),
    );
    const reached = admins.flatMap((person) => {
      const receiver = receivers.get(person.id);
      return receiver ? [{ person, receiver }] : [];
    });
    await addNotifications(
      ctx,
      reached
        .filter(({ receiver }) => receiver.channels.inApp.all)
        .map(({ person, receiver }) => ({
          userId: person.id,
          eventId: silence.eventId,
          kind: "WorkerSilent" as const,
          type: "system" as const,
          values: valuesOf(silence, receiver),
        })),
    );
    const transports = ctx.ports.transports();
    const ways = messageChannel.options.filter((channel) => transports[channel]);
    await insertMessages(
      ctx,
      reached.flatMap(({ person, receiver }) =>
        messagesTo(ctx, silence, person, receiver).filter(({ channel }) => ways.includes(channel)),
      ),
    );
    return reached.length;
  });
}

/** In UTC where nobody chose a zone: it is about no station. */
const valuesOf = ({ since }: Silence, { channels }: Receiver) => ({
  startsAt: since.toISOString(),
  timeZone: channels.timeZone ?? "UTC",
});

function messagesTo(
  ctx: Context,
  silence: Silence,
  { id: userId, name, role, email, locale, hourCycle }: Person,
  receiver: Receiver,
): NewMessage[] {
  const { baseUrl } = ctx.config;
  const to = (channel: MessageChannel, recipient: string): NewMessage => ({
    id: newId(),
    eventId: silence.eventId,
    userId,
    channel,
    recipient,
    kind: "WorkerSilent",
    locale: locale ?? defaultLocale,
    values: { ...valuesOf(silence, receiver), ...keptClock({ hourCycle }), name, role, baseUrl },
    status: "Pending",
    nextAttemptAt: ctx.clock.real(),
    createdAt: ctx.clock.now(),
  });
  return [
    to("Email", email),
    ...receiver.subscriptionIds.map((id) => to("WebPush", id)),
    ...receiver.deviceIds.map((id) => to("AppPush", id)),
  ];
}
