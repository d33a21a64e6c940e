import { inTransaction, type Context } from "@/lib/core/context";
import { fail, failField } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { asHolder } from "@/lib/core/permissions";
import { nextUpdate } from "@/lib/core/seen-version";
import { transition } from "@/lib/core/transitions";
import { recordAudit } from "@/lib/records/audit/inside";

import { lockVersion } from "./lock-version";
import { contentMachine, isLaw, isToTranslate, nameOf, phaseOf } from "./rules";
import { lawLocale, type ContentVersionWhole, type CreateDraft } from "./schema";
import { showVersion } from "./show-version";
import {
  findLastPublished,
  findPublished,
  insertDraft,
  lockKind,
  updateContent,
  type ContentHead,
  type ContentRow,
} from "./store";

type Rows = readonly ContentHead[];

/**
 * Begins the next version as a copy of the one that was published last. A translation is begun for the English
 * version in force, or, where that is translated, for one that is to come. A draft of one that was overtaken meanwhile
 * moves to it, text and all.
 * Throws `content.draft_exists`, `content.language` at `locale`, and of translations `content.no_english` or `content.translated`.
 */
export async function createDraft(ctx: Context, input: CreateDraft): Promise<ContentVersionWhole> {
  const { actor } = asHolder(ctx, "content.manage");
  return inTransaction(ctx, async (ctx) => {
    const { kind, locale } = input;
    assertOffered(ctx, locale);
    const rows = await lockKind(ctx, kind);
    const own = rows.filter((row) => row.locale === locale);
    const draft = own.find(({ status }) => status === "Draft");
    if (draft) return showVersion(ctx, await moveDraft(ctx, draft, rows));
    const next = isLaw(locale)
      ? { version: Math.max(0, ...own.map(({ version }) => version)) + 1 }
      : translatable(ctx, input, rows);
    const now = ctx.clock.now();
    const before = await findLastPublished(ctx, kind, locale);
    const english =
      before ?? (await findPublished(ctx, { kind, locale: lawLocale, version: next.version }));
    const row = await insertDraft(ctx, {
      id: newId(),
      kind,
      locale,
      version: next.version,
      status: "Draft",
      body: english?.body ?? "",
      requiresConsent: false,
      createdAt: now,
      createdBy: actor.userId,
      updatedAt: now,
    });
    if (!row) {
      // Begun meanwhile: what the lock waited for shows in a statement of its own.
      const begun = (await lockKind(ctx, kind)).find(
        (one) => one.locale === locale && one.status === "Draft",
      );
      throw fail("content.draft_exists", { contentId: begun?.id ?? "" });
    }
    await recordAudit(ctx, {
      entity: "Content",
      entityId: row.id,
      action: "Create",
      to: row.status,
      changes: { name: nameOf(row) },
    });
    return showVersion(ctx, row);
  });
}

function assertOffered(ctx: Context, locale: string): void {
  const { locales } = ctx.config;
  if (locales.some((one) => one === locale)) return;
  throw failField("content.language", "locale", { languages: [...locales] });
}

/**
 * A translation that was begun for a version that nobody reads any more, or ever will, goes on as that of the one that
 * counts, with its text. Throws `content.draft_exists` for any other draft.
 */
async function moveDraft(ctx: Context, draft: ContentHead, rows: Rows): Promise<ContentRow> {
  const english = publishedEnglish(rows);
  const now = ctx.clock.now();
  const counted = english.find(({ version }) => version === draft.version);
  const isCurrent =
    isLaw(draft.locale) || (counted && isToTranslate(phaseOf(counted, english, now)));
  if (isCurrent) throw fail("content.draft_exists", { contentId: draft.id });
  const { version } = translatable(ctx, draft, rows);
  const whole = await lockVersion(ctx, draft.id);
  const updatedAt = nextUpdate(now, whole.updatedAt);
  return transition(ctx, contentMachine, whole, {
    action: "edit",
    changes: { name: [nameOf(whole), nameOf({ ...whole, version })] },
    update: (step) => updateContent(ctx, draft.id, step, { version, updatedAt }),
  });
}

const publishedEnglish = (rows: Rows) =>
  rows.filter((row) => isLaw(row.locale) && row.status !== "Draft");

/** The English version that the language lacks, of those that are in force or will be. */
function translatable(
  ctx: Context,
  { locale }: Pick<CreateDraft, "locale">,
  rows: Rows,
): { version: number } {
  const counted = publishedEnglish(rows);
  const english = counted
    .filter((row) => isToTranslate(phaseOf(row, counted, ctx.clock.now())))
    .map(({ version }) => version)
    .toSorted((one, other) => one - other);
  const last = english.at(-1);
  if (last === undefined) throw fail("content.no_english");
  const done = new Set(rows.filter((row) => row.locale === locale).map(({ version }) => version));
  const version = english.find((one) => !done.has(one));
  if (version === undefined) throw fail("content.translated", { version: last });
  return { version };
}
