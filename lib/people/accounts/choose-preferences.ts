import { recordAudit } from "@/lib/records/audit/inside";
import { inTransaction, type Context } from "@/lib/core/context";
import { failField } from "@/lib/core/errors";
import { publishEvent } from "@/lib/records/outbox/inside";

import { getSelf } from "./read-me";
import { ownerIdOf } from "./rules";
import type { ChoosePreferences, Preferences } from "./schema";
import { lockAccount } from "./store/accounts";
import { updatePerson } from "./store/people";

/**
 * How the product speaks to whoever asks: pages, answers, receipts and messages are in their language (kiosks.md,
 * Content and languages). What is not named stays. Throws `language.not_offered` at the field.
 */
export async function choosePreferences(
  ctx: Context,
  { language }: ChoosePreferences,
): Promise<Preferences> {
  const { id } = await getSelf(ctx);
  const chosen = ctx.config.locales.find((locale) => locale === language);
  if (language !== undefined && chosen === undefined) {
    throw failField("language.not_offered", "language", { languages: [...ctx.config.locales] });
  }
  return inTransaction(ctx, async (ctx) => {
    const account = await lockAccount(ctx, id);
    if (chosen === undefined || chosen === account.locale) return { language: account.locale };
    await updatePerson(ctx, id, { locale: chosen });
    const ownerId = ownerIdOf(account);
    await recordAudit(ctx, {
      entity: "User",
      entityId: id,
      action: "Update",
      changes: { locale: [account.locale, chosen] },
      businessId: account.businessId,
      ownerId,
    });
    await publishEvent(ctx, {
      type: "user.changed",
      payload: { userId: id, ...(ownerId !== null && { ownerId }) },
      businessId: account.businessId,
    });
    return { language: chosen };
  });
}
