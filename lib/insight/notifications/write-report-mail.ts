import type { UserActor } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import { scopeOf } from "@/lib/core/permissions";
import { quietUntil, type Receiver } from "@/lib/insight/inbox/inside";
import type { Locale } from "@/lib/words/say";

import type { ReportMail } from "./schema";
import { insertMessage } from "./store/messages";

/** A weekly report, and whom it is for. */
interface Telling {
  readonly person: UserActor & { readonly email: string };
  readonly receiver: Receiver;
  readonly locale: Locale;
  /** Whose clock their quiet hours go by where they named none. */
  readonly timeZone: string;
  readonly report: ReportMail;
}

/** Writes the email of a weekly report, in the caller's transaction; in their quiet hours it waits for the end. */
export async function writeReportMail(
  ctx: Context,
  { person, receiver, locale, timeZone, report }: Telling,
): Promise<void> {
  scopeOf(ctx, "report.send");
  const { channels, unsubscribeKey } = receiver;
  const now = ctx.clock.now();
  const until = quietUntil(channels, { now, timeZone });
  const wait = until ? until.getTime() - now.getTime() : 0;
  await insertMessage(ctx, {
    id: newId(),
    eventId: newId(),
    channel: "Email",
    recipient: person.email,
    userId: person.userId,
    kind: "WeeklyReport",
    locale,
    values: {
      name: person.name,
      role: person.role,
      baseUrl: ctx.config.baseUrl,
      topic: "reports",
      unsubscribeKey,
      report: JSON.stringify(report),
    },
    status: "Pending",
    nextAttemptAt: new Date(ctx.clock.real().getTime() + wait),
    createdAt: now,
  });
}
