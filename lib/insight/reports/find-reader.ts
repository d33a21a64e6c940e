import type { UserActor } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { findScope } from "@/lib/core/permissions";
import { findReceivers, type Receiver } from "@/lib/insight/inbox/inside";
import { findActor } from "@/lib/people/accounts/inside";
import { defaultLocale, isLocale, type Locale } from "@/lib/words/say";

/** Whoever is mailed a report, as they may read and want it now. */
export interface Reader {
  readonly person: UserActor & { readonly email: string };
  readonly receiver: Receiver;
  readonly locale: Locale;
  /** The context in which they ask, so that a report says what they may read, and nothing else. */
  readonly ctx: Context;
}

/** The subscription's reader; null where they may read no reports any more, or want none by mail. */
export async function findReader(ctx: Context, userId: string): Promise<Reader | null> {
  const person = await findActor(ctx, userId);
  if (!person || person.email === null) return null;
  const locale = person.locale !== null && isLocale(person.locale) ? person.locale : defaultLocale;
  const own = { ...ctx, actor: person, locale };
  if (!findScope(own, "report.subscribe") || !findScope(own, "report.read")) return null;
  const receiver = (await findReceivers(ctx, [userId])).get(userId);
  if (!receiver?.channels.email.reports) return null;
  return { person: { ...person, email: person.email }, receiver, locale, ctx: own };
}
