import { inTransaction, type Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { scopeOf } from "@/lib/core/permissions";
import { findStanding } from "@/lib/records/content/inside";
import { defaultLocale } from "@/lib/words/say";

import { announcedBy, mailingBatch, restMs } from "./rules";
import { insertMessages } from "./store/messages";
import { keptClock } from "./store/addressees";
import {
  claimMailings,
  countOpen,
  findReaders,
  isWayShut,
  moveMailing,
  reviveParked,
  type MailingRow,
} from "./store/mailings";

/**
 * Writes the next messages of the mailing that was begun first and has room: to everyone who may sign in and had an
 * account then, each in their language, as many as `mailingBatch` at a time and only while fewer wait to be sent. What
 * was given up comes first, after a rest; while nothing goes out, one message at a time finds out when it does again.
 * A mailing ends when everybody was written to, and when its version is not to come into force any more. Several
 * workers may do it at once, and a crash repeats no message. Returns how many it wrote.
 */
export async function spreadMailings(ctx: Context): Promise<{ written: number }> {
  scopeOf(ctx, "message.spread");
  const written = await inTransaction(ctx, async (ctx) => {
    const mailings = await claimMailings(ctx);
    const isShut = mailings.length > 0 && (await isWayShut(ctx));
    for (const mailing of mailings) {
      const count = await spreadOne(ctx, mailing, isShut);
      if (count > 0) return count;
    }
    return 0;
  });
  return { written };
}

/** Goes on with one mailing; answers how many of its messages it wrote, or lets be tried again. */
async function spreadOne(ctx: Context, mailing: MailingRow, isShut: boolean): Promise<number> {
  const { eventId } = mailing;
  const standing = await findAnnounced(ctx, mailing);
  if (!standing?.isRead) {
    await moveMailing(ctx, eventId, { doneAt: ctx.clock.now() });
    return 0;
  }
  const { waiting, parked } = await countOpen(ctx, eventId);
  const most = (isShut ? 1 : mailingBatch) - waiting;
  if (most <= 0) return 0;
  const triedBefore = new Date(ctx.clock.real().getTime() - restMs);
  const revived = isShut
    ? 0
    : await reviveParked(ctx, eventId, { triedBefore, limit: most, isCounted: true });
  const readers = await findReaders(ctx, mailing, most - revived);
  const last = readers.at(-1);
  if (last) {
    await writeTo(ctx, mailing, readers, standing.isInPlaceOfAnother);
    await moveMailing(ctx, eventId, { lastUserId: last.id });
  } else if (waiting + parked === 0) {
    await moveMailing(ctx, eventId, { doneAt: ctx.clock.now() });
  } else if (isShut) {
    // While nothing goes out, a try says nothing of the address and is not counted.
    return reviveParked(ctx, eventId, { triedBefore, limit: 1, isCounted: false });
  }
  return revived + readers.length;
}

async function findAnnounced(ctx: Context, { kind, values }: MailingRow) {
  const text = announcedBy(kind);
  return text ? findStanding(ctx, { kind: text, version: Number(values.version) }) : null;
}

async function writeTo(
  ctx: Context,
  mailing: MailingRow,
  readers: Awaited<ReturnType<typeof findReaders>>,
  isInPlaceOfAnother: boolean,
): Promise<void> {
  await insertMessages(
    ctx,
    readers.map(({ name, email, locale, hourCycle, timeZone }) => ({
      id: newId(),
      eventId: mailing.eventId,
      channel: "Email",
      recipient: email,
      kind: mailing.kind,
      locale: locale ?? defaultLocale,
      values: {
        ...mailing.values,
        ...keptClock({ hourCycle }),
        name,
        baseUrl: ctx.config.baseUrl,
        // Of a person the zone is known by their business alone.
        timeZone: timeZone ?? "UTC",
        ...(isInPlaceOfAnother && { replaces: "yes" }),
      },
      status: "Pending",
      nextAttemptAt: ctx.clock.real(),
      createdAt: ctx.clock.now(),
    })),
  );
}
