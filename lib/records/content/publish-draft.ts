import { inTransaction, type Context } from "@/lib/core/context";
import { fail, failField } from "@/lib/core/errors";
import { isUuid } from "@/lib/core/ids";
import { asHolder } from "@/lib/core/permissions";
import { transition } from "@/lib/core/transitions";

import { figuresToKeep, fillFigures } from "./fill-figures";
import { lockVersion } from "./lock-version";
import {
  assertAsSeen,
  contentMachine,
  effectiveAtOf,
  isLaw,
  isLegal,
  isToTranslate,
  phaseOf,
  requiresConsentOf,
} from "./rules";
import { assertFiguresKnown, type Figures } from "./say-figures";
import { lawLocale, type ContentVersionWhole, type PublishContent } from "./schema";
import { noticeFor, showVersion } from "./show-version";
import {
  findContent,
  findCounted,
  findLastPublished,
  findPublished,
  lockKind,
  updateContent,
  type ContentRow,
} from "./store";

type Asked = Pick<PublishContent, "effectiveAt" | "requiresConsent">;

/**
 * Publishes a draft, which never changes from then on: at once, or on the day that is named; changed terms and privacy
 * with their notice (kiosks.md, Content). A translation comes into force with its English version. Readers have the
 * former text until then. Throws `content.not_found`, `content.status`, `content.empty`, `content.changed`, and at
 * their fields `content.notice`, `content.past`, `content.no_consent` and `content.follows_english`; `content.unchanged`
 * where readers have the text already, or it waits for that very day, and of a translation `content.overtaken` where nobody reads its English version.
 */
export async function publishDraft(
  ctx: Context,
  { id, ifUpdatedAt, ...asked }: { readonly id: string } & PublishContent,
): Promise<ContentVersionWhole> {
  const { actor } = asHolder(ctx, "content.manage");
  return inTransaction(ctx, async (ctx) => {
    const draft = await lockAmongKind(ctx, id);
    const isDraft = draft.status === "Draft";
    if (isDraft) {
      assertAsSeen(ifUpdatedAt, draft.updatedAt);
      if (draft.body.trim() === "") throw fail("content.empty");
      assertFiguresKnown(draft.body);
    }
    const terms: Partial<Terms> = isDraft ? await termsOf(ctx, draft, asked) : {};
    const { effectiveAt, requiresConsent, isAnnounced = false } = terms;
    const published = await transition(ctx, contentMachine, draft, {
      action: "publish",
      changes: isLegal(draft.kind) ? { effectiveAt, requiresConsent } : { effectiveAt },
      payload: ({ thing: { kind, locale, version } }) => ({
        contentId: draft.id,
        kind,
        locale,
        version,
        effectiveAt: (effectiveAt ?? ctx.clock.now()).toISOString(),
        isAnnounced,
      }),
      update: (step) =>
        updateContent(ctx, draft.id, step, {
          effectiveAt,
          requiresConsent,
          figures: terms.figures,
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

/** What a version is published with. */
interface Terms {
  readonly effectiveAt: Date;
  readonly requiresConsent: boolean;
  /** The numbers that terms and privacy keep, so that what was agreed to can be read as it was. */
  readonly figures: Figures | null;
  /** Whether everybody is told: of changed terms and privacy, once, in whichever languages they are. */
  readonly isAnnounced: boolean;
}

/** From when it is in force, whether consent is asked anew, and what of it stays. */
async function termsOf(ctx: Context, draft: ContentRow, asked: Asked): Promise<Terms> {
  if (!isLaw(draft.locale)) return termsOfTranslation(ctx, draft, asked);
  const { kind, locale } = draft;
  const notice = await noticeFor(ctx, draft);
  const counted = await findCounted(ctx, kind);
  const before = await findLastPublished(ctx, kind, locale);
  const effectiveAt = effectiveAtOf(asked.effectiveAt, notice);
  const requiresConsent = requiresConsentOf(kind, asked.requiresConsent);
  if (before && (await saysTheSame(ctx, before, draft))) {
    // The text in force again takes the place of one that waits, and is nothing new only where none does.
    const isInForce = phaseOf(before, counted, notice.now) === "InForce";
    const isWaiting =
      Number(before.effectiveAt) === effectiveAt.getTime() &&
      before.requiresConsent === requiresConsent;
    if (isInForce || isWaiting) throw fail("content.unchanged");
  }
  return {
    effectiveAt,
    requiresConsent,
    figures: await figuresToKeep(ctx, draft),
    isAnnounced: isLegal(kind) && before !== null,
  };
}

/**
 * Whether a draft is the published text again. What binds people is what it says, numbers filled in; of other texts
 * it is what is written, because a number and the setting that says it today are two texts tomorrow.
 */
async function saysTheSame(ctx: Context, before: ContentRow, draft: ContentRow): Promise<boolean> {
  if (!isLegal(draft.kind)) return before.body === draft.body;
  return (await fillFigures(ctx, before)) === (await fillFigures(ctx, draft));
}

/** A translation has all of it from the English version with its number, which must be read now or later. */
async function termsOfTranslation(
  ctx: Context,
  { kind, locale, version, body }: ContentRow,
  asked: Asked,
): Promise<Terms> {
  if (asked.effectiveAt) throw failField("content.follows_english", "effectiveAt");
  if (asked.requiresConsent !== undefined) {
    throw failField("content.follows_english", "requiresConsent");
  }
  const english = await findPublished(ctx, { kind, locale: lawLocale, version });
  if (!english?.effectiveAt) throw fail("content.no_english");
  const now = ctx.clock.now();
  if (!isToTranslate(phaseOf(english, await findCounted(ctx, kind), now))) {
    throw fail("content.overtaken", { version });
  }
  if (body === english.body) throw fail("content.unchanged");
  return {
    effectiveAt: english.effectiveAt > now ? english.effectiveAt : now,
    requiresConsent: english.requiresConsent,
    figures: await figuresToKeep(ctx, { kind, locale, version }),
    isAnnounced: false,
  };
}
