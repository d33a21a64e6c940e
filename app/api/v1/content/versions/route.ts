import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { createDraft, listContentVersions } from "@/lib/records/content";
import {
  ContentVersion,
  ContentVersionWhole,
  CreateDraft,
  ListContentVersions,
} from "@/lib/records/content/schema";

export const GET = endpoint({
  tag: "Content",
  summary: "List the versions of the site's texts",
  description: "Drafts among them; without the texts themselves.",
  permission: "content.manage",
  query: ListContentVersions,
  returns: ContentVersion,
  paged: true,
  examples: [
    { name: "Those of the terms", query: { kind: "terms-of-service", sort: "-version" } },
    { name: "The drafts", query: { status: "Draft" } },
  ],
  run: (ctx, { query }) => listContentVersions(ctx, query),
});

export const POST = endpoint({
  tag: "Content",
  summary: "Begin a draft",
  description:
    "It begins as a copy of the version that was published last. In another language than English it is the " +
    "translation of the English version in force, or of one to come where that is translated; a draft of one that was " +
    "overtaken meanwhile moves to it, and keeps its text. One draft a text and language: 409 content.draft_exists " +
    "names the one that there is.",
  permission: "content.manage",
  body: CreateDraft,
  returns: ContentVersionWhole,
  status: 201,
  location: ({ id }) => `/api/v1/content/versions/${id}`,
  examples: [
    { name: "A new version of the terms", body: { kind: "terms-of-service", locale: "en" } },
  ],
  run: (ctx, { body }) => createDraft(ctx, body),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
