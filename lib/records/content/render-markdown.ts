import markdownIt from "markdown-it";
import sanitizeHtml from "sanitize-html";

import type { ContentKind } from "./schema";

/** A text as it is shown: HTML, and of questions each by itself. */
export interface Rendered {
  readonly html: string;
  /** Of questions: what stands before the first. */
  readonly lead: string;
  readonly questions: { readonly id: string; readonly question: string; readonly html: string }[];
  /** The headings of the second level, in order, as a list of contents has them. */
  readonly headings: { readonly id: string; readonly text: string }[];
}

const markdown = markdownIt({ html: false, linkify: false, typographer: false, maxNesting: 20 });
// There is nowhere to keep a picture, and one from elsewhere would tell that place who reads.
markdown.disable("image");

/** http, https, mailto, or a path or anchor of this site; not `//host`, which is another's. */
markdown.validateLink = (address) =>
  /^(https?:\/\/|mailto:)/i.test(address) ||
  /^(#|\?|\/(?![/\\])|[\w.-]+(?![\w.-]*:))/.test(address);

// prettier-ignore
const allowedTags = [
  "p", "h2", "h3", "h4", "h5", "h6", "a", "ul", "ol", "li", "strong", "em", "s", "code", "pre",
  "blockquote", "hr", "br", "table", "thead", "tbody", "tr", "th", "td",
];

const sanitizer: sanitizeHtml.IOptions = {
  allowedTags,
  allowedAttributes: {
    a: ["href", "rel"],
    ol: ["start"],
    th: ["style"],
    td: ["style"],
    ...Object.fromEntries(["h2", "h3", "h4", "h5", "h6"].map((tag) => [tag, ["id"]])),
  },
  allowedStyles: { "*": { "text-align": [/^(left|right|center)$/] } },
  allowedSchemes: ["http", "https", "mailto"],
  allowProtocolRelative: false,
  // Whoever is led away is not told from where, and nobody gains by being named here.
  transformTags: {
    a: (tagName, attributes) => ({
      tagName,
      attribs: /^https?:/i.test(attributes.href ?? "")
        ? { ...attributes, rel: "noopener noreferrer nofollow" }
        : attributes,
    }),
  },
};

type Token = ReturnType<typeof markdown.parse>[number];

const kept = new Map<string, Rendered>();
const mostKept = 64;

/**
 * The Markdown as HTML that runs nothing and leads nowhere but where it says. Headings begin at the second level,
 * because the page has the first, and carry ids to link to. Keeps nothing: what somebody is still writing is another
 * text at every letter, and would push out what everybody reads. `written` is the text before its settings' numbers
 * were filled in.
 */
export function renderMarkdown(kind: ContentKind, filled: string, written = filled): Rendered {
  return kept.get(keyOf(kind, filled, written)) ?? render(kind, filled, written);
}

/** The same of a text that everybody reads: rendered once a process, and kept while it is among those read last. */
export function renderKept(kind: ContentKind, filled: string, written = filled): Rendered {
  const key = keyOf(kind, filled, written);
  const fresh = kept.get(key) ?? render(kind, filled, written);
  kept.delete(key);
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
  kept.set(key, fresh);
  return fresh;
}

const keyOf = (kind: ContentKind, filled: string, written: string) =>
  JSON.stringify(written === filled ? [kind, filled] : [kind, filled, written]);

function render(kind: ContentKind, filled: string, written: string): Rendered {
  const tokens = markdown.parse(filled, {});
  settleHeadings(tokens, written === filled ? tokens : markdown.parse(written, {}));
  const clean = (part: Token[]) =>
    sanitizeHtml(markdown.renderer.render(part, markdown.options, {}), sanitizer).trim();
  const html = clean(tokens);
  const headings = asking(tokens).map((at) => headingAt(tokens, at));
  return kind === "faq"
    ? { html, headings, ...partQuestions(tokens, clean) }
    : { html, headings, lead: "", questions: [] };
}

/**
 * Levels from 2 on, and ids made of the words as they are written: a link to a heading leads there whatever number its
 * setting has. A further one of the same words gets a number.
 */
function settleHeadings(tokens: Token[], written: Token[]): void {
  const taken = new Map<string, number>();
  const [said, meant] = [headingTexts(tokens), headingTexts(written)];
  // Where a number makes or hides a heading, the two do not go together.
  const stems = (said.length === meant.length ? meant : said).map(slugOf).values();
  for (const token of tokens) {
    if (token.type !== "heading_open" && token.type !== "heading_close") continue;
    if (token.tag === "h1") token.tag = "h2";
    if (token.type === "heading_close") continue;
    const stem = String(stems.next().value);
    let count = taken.get(stem) ?? 0;
    let id = stem;
    do {
      count += 1;
      id = count === 1 ? stem : `${stem}-${count}`;
    } while (id !== stem && taken.has(id));
    taken.set(stem, count);
    taken.set(id, taken.get(id) ?? 1);
    token.attrSet("id", id);
  }
}

const headingTexts = (tokens: Token[]) =>
  tokens.flatMap(({ type }, index) => (type === "heading_open" ? [textOf(tokens[index + 1])] : []));

/** `s-` keeps them apart from the ids of the page. */
const slugOf = (text: string) => {
  const words = text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "-")
    .replaceAll(/^-+|-+$/g, "");
  // By characters: half of one is no text.
  return `s-${Array.from(words).slice(0, 60).join("")}`;
};

const textOf = (inline: Token | undefined): string =>
  (inline?.children ?? [])
    .filter(({ type }) => /^(text|code_inline|softbreak|hardbreak)$/.test(type))
    .map(({ type, content }) => (type.endsWith("break") ? " " : content))
    .join("");

/** Where the headings of the second level begin. */
const asking = (tokens: Token[]) =>
  tokens.flatMap(({ type, tag, level }, index) =>
    type === "heading_open" && tag === "h2" && level === 0 ? [index] : [],
  );

const headingAt = (tokens: Token[], at: number) => ({
  id: String(tokens[at]?.attrGet("id") ?? ""),
  text: textOf(tokens[at + 1]),
});

/** Each heading of the second level asks; what follows until the next one answers. */
function partQuestions(
  tokens: Token[],
  clean: (part: Token[]) => string,
): Pick<Rendered, "lead" | "questions"> {
  const asks = asking(tokens);
  return {
    lead: clean(tokens.slice(0, asks[0])),
    questions: asks.map((start, place) => {
      const { id, text: question } = headingAt(tokens, start);
      // The heading is three tokens: it opens, says its words, and closes.
      return { id, question, html: clean(tokens.slice(start + 3, asks[place + 1])) };
    }),
  };
}
