import { z } from "zod";

import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { readContent } from "@/lib/records/content";
import { contentKind, ContentView, ReadContent } from "@/lib/records/content/schema";

export const GET = endpoint({
  tag: "Content",
  summary: "Read a text of the site",
  description:
    "The version in force, as Markdown and as HTML, in the language that is asked for. Where it is not there in that " +
    "language, it is the English one, the text in law, and isFallback says so. With version, that one: former, in " +
    "force, or still to come. coming names the next version where it is published already.",
  permission: "content.read",
  params: z.object({ kind: contentKind }),
  query: ReadContent,
  returns: ContentView,
  cache: "public",
  examples: [
    { name: "The questions and their answers" },
    {
      name: "The terms, for a reader of Tamil",
      params: { kind: "terms-of-service" },
      query: { locale: "ta" },
    },
    {
      name: "The first version of the privacy policy",
      params: { kind: "privacy-policy" },
      query: { version: "1" },
    },
  ],
  run: (ctx, { params, query }) => readContent(ctx, { ...params, ...query }),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
