import markdownIt from "markdown-it";
import sanitizeHtml from "sanitize-html";

import type { ContentKind } from "./schema";

/** A text as it is shown: HTML, and of questions each by itself. */
export interface Rendered {
  readonly html: string;
  /** Of questions: what stands before the first. */
  readonly lead: string;
  readonly questions: { readonly id: string; readonly question: string; readonly html: string }[];
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
 * because the page has the first, and carry ids to link to. A text is rendered once a process: those rendered last
 * are kept.
 */
export function renderMarkdown(kind: ContentKind, body: string): Rendered {
  const key = `${kind} ${body}`;
  const known = kept.get(key);
  if (known) {
    kept.delete(key);
    kept.set(key, known);
    return known;
  }
  const fresh = render(kind, body);
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
  kept.set(key, fresh);
  return fresh;
}

function render(kind: ContentKind, body: string): Rendered {
  const tokens = markdown.parse(body, {});
  settleHeadings(tokens);
  const clean = (part: Token[]) =>
    sanitizeHtml(markdown.renderer.render(part, markdown.options, {}), sanitizer).trim();
  const html = clean(tokens);
  return kind === "faq"
    ? { html, ...partQuestions(tokens, clean) }
    : { html, lead: "", questions: [] };
}

/** Levels from 2 on, and ids made of the words; a further one of the same words gets a number. */
function settleHeadings(tokens: Token[]): void {
  const taken = new Map<string, number>();
  for (const [index, token] of tokens.entries()) {
    if (token.type !== "heading_open" && token.type !== "heading_close") continue;
    if (token.tag === "h1") token.tag = "h2";
    if (token.type === "heading_close") continue;
    const stem = slugOf(textOf(tokens[index + 1]));
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

/** Each heading of the second level asks; what follows until the next one answers. */
function partQuestions(tokens: Token[], clean: (part: Token[]) => string): Omit<Rendered, "html"> {
  const asks = tokens.flatMap(({ type, tag, level }, index) =>
    type === "heading_open" && tag === "h2" && level === 0 ? [index] : [],
  );
  return {
    lead: clean(tokens.slice(0, asks[0])),
    questions: asks.map((start, place) => ({
      id: String(tokens[start]?.attrGet("id") ?? ""),
      question: textOf(tokens[start + 1]),
      // The heading is three tokens: it opens, says its words, and closes.
      html: clean(tokens.slice(start + 3, asks[place + 1])),
    })),
  };
}
