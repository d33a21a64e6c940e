import { inTransaction, type Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { scopeOf } from "@/lib/core/permissions";
import { defaultLocale } from "@/lib/words/say";

import { mailingBatch } from "./rules";
import { insertMessages } from "./store/messages";
import { claimMailing, countWaiting, findReaders, moveMailing } from "./store/mailings";

/**
 * Writes the next messages of the mailing that was begun first: to every active user who had an account then, each in
 * their language, as many as `mailingBatch` at a time and only while fewer wait to be sent. Several workers may do it
 * at once, and a crash repeats no message. Returns how many it wrote.
 */
export async function spreadMailings(ctx: Context): Promise<{ written: number }> {
  scopeOf(ctx, "message.spread");
  const written = await inTransaction(ctx, async (ctx) => {
    const mailing = await claimMailing(ctx);
    if (!mailing) return 0;
    const room = mailingBatch - (await countWaiting(ctx, mailing.eventId));
    if (room <= 0) return 0;
    const readers = await findReaders(ctx, mailing, room);
    await insertMessages(
      ctx,
      readers.map(({ name, email, locale, timeZone }) => ({
        id: newId(),
        eventId: mailing.eventId,
        channel: "Email",
        recipient: email,
        kind: mailing.kind,
        locale: locale ?? defaultLocale,
        values: {
          ...mailing.values,
          name,
          baseUrl: ctx.config.baseUrl,
          // Of a person the zone is known by their business alone.
          timeZone: timeZone ?? "UTC",
        },
        status: "Pending",
        nextAttemptAt: ctx.clock.real(),
        createdAt: ctx.clock.now(),
      })),
    );
    const isDone = readers.length < room;
    await moveMailing(ctx, mailing.eventId, {
      lastUserId: readers.at(-1)?.id ?? mailing.lastUserId,
      doneAt: isDone ? ctx.clock.now() : null,
    });
    return readers.length;
  });
  return { written };
}
