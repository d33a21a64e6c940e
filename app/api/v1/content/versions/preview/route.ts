import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { previewContent } from "@/lib/records/content";
import { ContentPreview, PreviewContent } from "@/lib/records/content/schema";

export const POST = endpoint({
  tag: "Content",
  summary: "Show what a text would look like",
  description:
    "The HTML, and line by line what differs from the text in force; of a first translation, from the English text. " +
    "Changes nothing.",
  permission: "content.manage",
  body: PreviewContent,
  returns: ContentPreview,
  examples: [
    {
      name: "One question",
      body: {
        kind: "faq",
        locale: "en",
        body: "## Where do I park?\n\nAt the connector you booked.",
      },
    },
  ],
  run: (ctx, { body }) => previewContent(ctx, body),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
