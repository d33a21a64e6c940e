import { expect, it } from "vitest";

import { textOfHtml } from "@/components/content/text-of-html";
import { renderMarkdown } from "@/lib/records/content/render-markdown";

it.each(["R&D", 'say "yes"', "a < b > c", "&lt;", "&amp;", "it’s `x && y`"])(
  "a question is found by what its answer says, as a reader types it: %s",
  (text) => {
    const [question] = renderMarkdown(
      "faq",
      `## Why?\n\n**Because** ${text}\n\n- ${text}`,
    ).questions;
    const said = textOfHtml(question?.html ?? "").replaceAll(/\s+/g, " ");
    // Markdown reads `&lt;` as the sign that it stands for.
    const typed = text.replaceAll("`", "").replace("&lt;", "<").replace("&amp;", "&");
    expect(said).toContain(typed);
    expect(said).toContain("Because");
  },
);
