import { changesOf } from "@/lib/core/changes";
import { inTransaction, type Context } from "@/lib/core/context";
import { failField } from "@/lib/core/errors";

import { getSelf } from "./read-me";
import { recordOwnChange } from "./record-own-change";
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
    await recordOwnChange(ctx, account, changes);
    return viewPreferences(await getSelf(ctx));
  });
}
