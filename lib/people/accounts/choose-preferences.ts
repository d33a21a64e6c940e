import { changesOf } from "@/lib/core/changes";
import { recordAudit } from "@/lib/records/audit/inside";
import { inTransaction, type Context } from "@/lib/core/context";
import { failField } from "@/lib/core/errors";
import { publishEvent } from "@/lib/records/outbox/inside";

import { getSelf } from "./read-me";
import { ownerIdOf } from "./rules";
import type { ChoosePreferences, Preferences } from "./schema";
import { lockAccount } from "./store/accounts";
import { updatePerson } from "./store/people";
import { viewPreferences } from "./view";

/**
 * How the product speaks to whoever asks: pages, answers, receipts and messages are in their language (kiosks.md,
 * Content and languages), times and distances as they read them. What is not named stays. Throws
 * `language.not_offered` at the field.
 */
export async function choosePreferences(
  ctx: Context,
  { language, ...others }: ChoosePreferences,
): Promise<Preferences> {
  const { id } = await getSelf(ctx);
  const locale = ctx.config.locales.find((offered) => offered === language);
  if (language !== undefined && locale === undefined) {
    throw failField("language.not_offered", "language", { languages: [...ctx.config.locales] });
  }
  return inTransaction(ctx, async (ctx) => {
    const account = await lockAccount(ctx, id);
    const chosen = { locale, ...others };
    const changes = changesOf(account, chosen);
    if (Object.keys(changes).length === 0) return viewPreferences(account);
    await updatePerson(ctx, id, chosen);
    const ownerId = ownerIdOf(account);
    const { businessId } = account;
    await recordAudit(ctx, {
      entity: "User",
      entityId: id,
      action: "Update",
      changes,
      businessId,
      ownerId,
    });
    await publishEvent(ctx, {
      type: "user.changed",
      payload: { userId: id, ...(ownerId !== null && { ownerId }) },
      businessId,
    });
    return viewPreferences(await getSelf(ctx));
  });
}
