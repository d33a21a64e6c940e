import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { publishDraft } from "@/lib/records/content";
import { ContentVersionWhole, PublishContent } from "@/lib/records/content/schema";

export const PUT = endpoint({
  tag: "Content",
  summary: "Publish a draft",
  description:
    "It never changes from then on. In force at once, or from effectiveAt; changed terms and a changed privacy policy " +
    "name it, contentNoticeDays ahead at least. A translation comes into force with its English version.",
  permission: "content.manage",
  params: z.object({ id: z.uuid() }),
  body: PublishContent,
  returns: ContentVersionWhole,
  examples: [
    { name: "At once", body: {} },
    { name: "From a day on", body: { effectiveAt: "2026-07-01T00:00:00Z" } },
  ],
  run: (ctx, { params, body }) => publishDraft(ctx, { ...params, ...body }),
});

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods({ PUT });
