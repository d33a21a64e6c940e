import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { discardDraft, readContentVersion, updateDraft } from "@/lib/records/content";
import { ContentVersionWhole, UpdateDraft } from "@/lib/records/content/schema";

const params = z.object({ id: z.uuid() });

export const GET = endpoint({
  tag: "Content",
  summary: "Read one version",
  permission: "content.manage",
  params,
  returns: ContentVersionWhole,
  run: (ctx, { params }) => readContentVersion(ctx, params),
});

export const PUT = endpoint({
  tag: "Content",
  summary: "Write a draft",
  description:
    "With ifUpdatedAt, the updatedAt of the draft that was read, it is refused as 409 content.changed where somebody " +
    "else has written it since. What is published is refused as 409 content.status.",
  permission: "content.manage",
  params,
  body: UpdateDraft,
  returns: ContentVersionWhole,
  examples: [
    { name: "One question", body: { body: "## Where do I park?\n\nAt the connector you booked." } },
  ],
  run: (ctx, { params, body }) => updateDraft(ctx, { ...params, ...body }),
});

export const DELETE = endpoint({
  tag: "Content",
  summary: "Discard a draft",
  permission: "content.manage",
  params,
  status: 204,
  run: (ctx, { params }) => discardDraft(ctx, params),
});

export const { POST, PATCH, OPTIONS } = otherMethods({ GET, PUT, DELETE });
