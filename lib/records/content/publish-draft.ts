import { inTransaction, type Context } from "@/lib/core/context";
import { fail, failField } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import { asHolder } from "@/lib/core/permissions";
import { transition } from "@/lib/core/transitions";

import { lockVersion } from "./lock-version";
import { assertAsSeen, contentMachine, effectiveAtOf, isLaw, requiresConsentOf } from "./rules";
import { lawLocale, type ContentVersionWhole, type PublishContent } from "./schema";
import { noticeFor, showVersion } from "./show-version";
import { findContent, findPublished, lockKind, updateContent, type ContentRow } from "./store";

/**
 * Publishes a draft, which never changes from then on: at once, or on the day that is named; changed terms and privacy
 * with their notice (kiosks.md, Content). A translation comes into force with its English version. Readers have the
 * former text until then. Throws `content.not_found`, `content.status`, `content.empty`, `content.changed`, and at
 * their fields `content.notice`, `content.past`, `content.no_consent` and `content.follows_english`.
 */
export async function publishDraft(
  ctx: Context,
  { id, ifUpdatedAt, ...asked }: { readonly id: string } & PublishContent,
): Promise<ContentVersionWhole> {
  const { actor } = asHolder(ctx, "content.manage");
  return inTransaction(ctx, async (ctx) => {
    const draft = await lockAmongKind(ctx, id);
    if (draft.status === "Draft") {
      assertAsSeen(ifUpdatedAt, draft.updatedAt);
      if (draft.body.trim() === "") throw fail("content.empty");
    }
    const terms = draft.status === "Draft" ? await termsOf(ctx, draft, asked) : {};
    const published = await transition(ctx, contentMachine, draft, {
      action: "publish",
      changes: { ...terms },
      payload: ({ thing: { kind, locale, version, effectiveAt } }) => ({
        contentId: draft.id,
        kind,
        locale,
        version,
        effectiveAt: (effectiveAt ?? ctx.clock.now()).toISOString(),
      }),
      update: (step) =>
        updateContent(ctx, draft.id, step, {
          ...terms,
          publishedAt: ctx.clock.now(),
          publishedBy: actor.userId,
        }),
    });
    return showVersion(ctx, published);
  });
}

/** All versions of its kind with it: whoever numbers or counts them waits. In one order, so that nobody waits for ever. */
async function lockAmongKind(ctx: Context, id: string): Promise<ContentRow> {
  const found = isUuid(id) ? await findContent(ctx, id) : null;
  if (!found) throw fail("content.not_found");
  await lockKind(ctx, found.kind);
  return lockVersion(ctx, id);
}

/** From when it is in force, and whether consent is asked anew. */
async function termsOf(
  ctx: Context,
  draft: ContentRow,
  { effectiveAt, requiresConsent }: Pick<PublishContent, "effectiveAt" | "requiresConsent">,
): Promise<{ effectiveAt?: Date; requiresConsent?: boolean }> {
  const { kind, locale, version } = draft;
  const notice = await noticeFor(ctx, draft);
  if (isLaw(locale)) {
    return {
      effectiveAt: effectiveAtOf(effectiveAt, notice),
      requiresConsent: requiresConsentOf(kind, requiresConsent),
    };
  }
  if (effectiveAt) throw failField("content.follows_english", "effectiveAt");
  if (requiresConsent !== undefined) throw failField("content.follows_english", "requiresConsent");
  const english = await findPublished(ctx, { kind, locale: lawLocale, version });
  if (!english?.effectiveAt) throw fail("content.no_english");
  const { now } = notice;
  return {
    effectiveAt: english.effectiveAt > now ? english.effectiveAt : now,
    requiresConsent: english.requiresConsent,
  };
}
