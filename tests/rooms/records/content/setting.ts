import { asc, sql } from "drizzle-orm";

import { contentPages } from "@/db/schema/content";
import { outboxEvents } from "@/db/schema/outbox";
import { anonymous, type Actor } from "@/lib/core/actor";
import type { Context, Db } from "@/lib/core/context";
import { isAppError } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";
import { jobActor } from "@/lib/core/job-actor";
import { makeContext } from "@/lib/process/wiring";
import { createDraft, publishDraft, supersedeContent, updateDraft } from "@/lib/records/content";
import type { ContentKind, PublishContent } from "@/lib/records/content/schema";

import type { Locale } from "@/lib/words/say";

import { fileClock } from "../../../support/file-clock";
import { makeUser, testConfig, testStart } from "../../../support/world";

const dayMs = 86_400_000;
/** The instant so many days after the tests' start. */
export const day = (count: number, ms = 0) => new Date(testStart.getTime() + count * dayMs + ms);

export type Setting = Awaited<ReturnType<typeof settingOf>>;

/** One test file's database, clock and people; the first versions are there, as the migration left them. */
export async function settingOf(db: Db) {
  const clock = fileClock(testStart);
  // Languages of the site, whichever it has by now.
  const config = { ...testConfig, locales: ["en", "ta", "si"] as unknown as Locale[] };
  const as = (actor: Actor): Context => makeContext({ db, actor, clock, config });
  const user = await makeUser(db, "SystemAdmin", { name: "Ada Writer" });
  const admin = as(user);
  const drafted = async (kind: ContentKind, body?: string, locale = "en") => {
    const draft = await createDraft(admin, { kind, locale });
    return body === undefined ? draft : updateDraft(admin, { id: draft.id, body });
  };
  return {
    db,
    clock,
    as,
    user,
    admin,
    nobody: as(anonymous),
    drafted,
    published: async (
      kind: ContentKind,
      body: string,
      { locale, ...terms }: PublishContent & { locale?: string } = {},
    ) => publishDraft(admin, { id: (await drafted(kind, body, locale)).id, ...terms }),
    supersede: () => supersedeContent(as(jobActor("supersede"))),
    /** As the tests' databases begin: the first versions alone. */
    restore: async () => {
      await db
        .delete(contentPages)
        .where(sql`${contentPages.version} > 1 or ${contentPages.locale} <> 'en'`);
      await db.update(contentPages).set({ status: "Published", figures: null });
    },
    events: async (contentId: string) => {
      const rows = await db
        .select({ type: outboxEvents.type, payload: outboxEvents.payload })
        .from(outboxEvents)
        .where(sql`${outboxEvents.payload} ->> 'contentId' = ${contentId}`)
        .orderBy(asc(outboxEvents.id));
      return rows;
    },
    missing: newId(),
  };
}

/** What a call is refused with: its code, and the field that it is about. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "done";
  } catch (error) {
    if (!isAppError(error)) throw error;
    return [error.code, ...(error.fields ?? []).map(({ field }) => field)].join(" at ");
  }
}
