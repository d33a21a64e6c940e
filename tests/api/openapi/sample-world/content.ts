import { contentPages } from "@/db/schema/content";
import type { Db } from "@/lib/core/context";
import { sample } from "@/lib/words";

import { stamps } from "./morning";

/** A draft of a next version of the questions; the first versions came with the product. */
export async function make(db: Db): Promise<void> {
  await db.insert(contentPages).values({
    id: sample.contentDraftId,
    kind: "faq",
    locale: "en",
    version: 2,
    status: "Draft",
    body: "## Where is my receipt?\n\nWith your booking.",
    requiresConsent: false,
    createdBy: sample.adminId,
    ...stamps,
  });
}
