import { eq } from "drizzle-orm";

import { contentPages } from "@/db/schema/content";
import type { contentEndpoints } from "@/app/api/v1/content/endpoints";
import { newId } from "@/lib/core/ids";

import { testStart } from "../../../support/world";
import type { Row, RowsOf } from "../rows";
import { api } from "../scene";

/** A draft in a language of its own, since there is one a text and language. */
async function draft() {
  const id = newId();
  await api.db.insert(contentPages).values({
    id,
    kind: "about",
    locale: freshLocale(),
    version: 1,
    status: "Draft",
    body: "Words",
    requiresConsent: false,
    createdAt: testStart,
    updatedAt: testStart,
  });
  return { id };
}
let made = 0;
const freshLocale = () => `en-x${String((made += 1)).padStart(5, "0")}`;
const body = "Other words";
const onDraft = (body?: object): Row => ({ call: async () => ({ params: await draft(), body }) });

export const rows: RowsOf<typeof contentEndpoints> = {
  "GET /content/{kind}": { anyone: 200, call: () => ({ params: { kind: "about" } }) },
  "GET /content/versions": { call: () => ({}) },
  "POST /content/versions": {
    call: async () => {
      await api.db.delete(contentPages).where(eq(contentPages.status, "Draft"));
      return { body: { kind: "about", locale: "en" } };
    },
  },
  "POST /content/versions/preview": {
    call: () => ({ body: { kind: "about", locale: "en", body } }),
  },
  "GET /content/versions/{id}": onDraft(),
  "PUT /content/versions/{id}": onDraft({ body }),
  "DELETE /content/versions/{id}": onDraft(),
  "PUT /content/versions/{id}/publish": onDraft({}),
};
