import { eq } from "drizzle-orm";

import { contentPages } from "@/db/schema/content";
import type { Db } from "@/lib/core/context";
import { newId } from "@/lib/core/ids";
import {
  discardDraft,
  publishDraft,
  readContentVersion,
  supersedeContent,
  updateDraft,
} from "@/lib/records/content";
import { contentMachine, type ContentState } from "@/lib/records/content/rules";
import { contentAction, contentStatus } from "@/lib/records/content/schema";

import { makeBusiness, makeStation, makeUser, testStart } from "../support/world";
import { jobCaller, nobody, personCaller, type Bench } from "./bench";
import { staffCallers } from "./bookings";

/** A version of the questions in each status, each overtaken by the one after it where it is published. */
export async function benches(db: Db): Promise<Bench<ContentState>[]> {
  const statuses = { Superseded: 2, Published: 3, Draft: 5 } as const;
  const row = (status: keyof typeof statuses, version: number) => ({
    id: newId(),
    kind: "faq" as const,
    locale: "en",
    version,
    status,
    body: `## A question\n\nAnswer ${version}`,
    requiresConsent: false,
    effectiveAt: status === "Draft" ? null : testStart,
    createdAt: testStart,
    updatedAt: testStart,
  });
  const things = contentStatus.options.map((status) => row(status, statuses[status]));
  await db.insert(contentPages).values([...things, row("Published", 4)]);
  const { id } = await makeBusiness(db);
  const staff = await staffCallers(db, id, (await makeStation(db, id)).id);
  const owner = await makeUser(db, "EvOwner");
  const bench: Bench<ContentState> = {
    name: "versions of a text",
    machine: contentMachine,
    actions: contentAction.options,
    things,
    callers: () => [
      ...staff.map((caller) => ({ ...caller, near: [] })),
      personCaller("an owner", owner, []),
      jobCaller("supersede"),
      jobCaller("seed"),
      nobody,
    ],
    trials: {
      edit: { run: (ctx, { id }) => updateDraft(ctx, { id, body: "Other words" }) },
      publish: { run: (ctx, { id }) => publishDraft(ctx, { id }) },
      discard: { run: (ctx, { id }) => discardDraft(ctx, { id }) },
      supersede: { run: (ctx) => supersedeContent(ctx) },
    },
    can: async (ctx, { id }) => (await readContentVersion(ctx, { id })).can,
    // A discarded draft is gone; it was one to its end.
    status: async (tx, { id }) =>
      (await tx.select().from(contentPages).where(eq(contentPages.id, id)))[0]?.status ?? "Draft",
  };
  return [bench];
}
