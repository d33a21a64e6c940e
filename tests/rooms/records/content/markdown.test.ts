import { describe, expect, it } from "vitest";

import { compareLines } from "@/lib/records/content/compare-lines";
import { renderKept, renderMarkdown } from "@/lib/records/content/render-markdown";

const html = (markdown: string) => renderMarkdown("about", markdown).html;

describe("what Markdown makes", () => {
  it.each([
    ["# One\n\n## Two", '<h2 id="s-one">One</h2>\n<h2 id="s-two">Two</h2>'],
    ["## A\n\n## A\n\n### A", '<h2 id="s-a">A</h2>\n<h2 id="s-a-2">A</h2>\n<h3 id="s-a-3">A</h3>'],
    ["## **Bold** `code`!", '<h2 id="s-bold-code"><strong>Bold</strong> <code>code</code>!</h2>'],
    ["## නියමයන්", '<h2 id="s-නියමයන්">නියමයන්</h2>'],
    ["## main", '<h2 id="s-main">main</h2>'],
    ["- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"],
    ["3. c", '<ol start="3">\n<li>c</li>\n</ol>'],
    ["[us](/about)", '<p><a href="/about">us</a></p>'],
    ["[part](#s-a)", '<p><a href="#s-a">part</a></p>'],
    ["[mail](mailto:a@b.example)", '<p><a href="mailto:a@b.example">mail</a></p>'],
    [
      "[out](https://example.com/?a=1&b=2)",
      '<p><a href="https://example.com/?a=1&amp;b=2" rel="noopener noreferrer nofollow">out</a></p>',
    ],
    ["a  \nb", "<p>a<br />\nb</p>"],
    ["~~gone~~", "<p><s>gone</s></p>"],
  ])("%j", (markdown, expected) => expect(html(markdown)).toBe(expected));

  it("keeps a table and how its columns stand", () => {
    const table = html("| a | b |\n| :-- | --: |\n| 1 | 2 |");
    expect(table).toContain('<th style="text-align:left">a</th>');
    expect(table).toContain('<td style="text-align:right">2</td>');
  });

  it("keeps the ids of headings whatever number a setting has", () => {
    const written = "## After {setting:noShowAfterMinutes}?\n\nYes\n\n## Two?\n\nNo";
    const said = (number: string) =>
      renderMarkdown("faq", written.replace(/\{.*?\}/, number), written).questions;
    expect(said("15 minutes")[0]).toMatchObject({ question: "After 15 minutes?" });
    expect(said("1 hour")[0]).toMatchObject({ question: "After 1 hour?" });
    const ids = ["s-after-setting-noshowafterminutes", "s-two"];
    for (const number of ["15 minutes", "1 hour", "4.\n\n## More"]) {
      if (said(number).length === 2) expect(said(number).map(({ id }) => id)).toEqual(ids);
      else expect(said(number).map(({ id }) => id)).toContain("s-more");
    }
  });

  it("parts questions only where they are asked", () => {
    const text = "Before\n\n## One?\n\nYes\n\n### More\n\n> ## No question\n\n## Two?\n\nNo";
    expect(renderMarkdown("about", text).questions).toEqual([]);
    const { lead, questions } = renderMarkdown("faq", text);
    expect(lead).toBe("<p>Before</p>");
    expect(questions.map(({ id, question }) => [id, question])).toEqual([
      ["s-one", "One?"],
      ["s-two", "Two?"],
    ]);
    expect(questions[0]?.html).toContain('<h3 id="s-more">More</h3>');
    expect(questions[1]?.html).toBe("<p>No</p>");
    expect(renderMarkdown("faq", "No question").questions).toEqual([]);
  });
});

describe("what is kept", () => {
  it("is what everybody reads, which no preview pushes out", () => {
    const read = renderKept("about", "## Read by everybody");
    expect(renderMarkdown("about", "## Read by everybody")).toBe(read);
    for (let letters = 0; letters < 200; letters += 1) renderMarkdown("about", `Draft ${letters}`);
    expect(renderKept("about", "## Read by everybody")).toBe(read);
    // What others read does, at last: not everything can be kept.
    for (let page = 0; page < 200; page += 1) renderKept("about", `Page ${page}`);
    expect(renderKept("about", "## Read by everybody")).not.toBe(read);
  });

  it("has the headings of the second level as a list of contents", () => {
    const text = "## One & two\n\n### No\n\n> ## No\n\n## Three";
    expect(renderMarkdown("about", text).headings).toEqual([
      { id: "s-one-two", text: "One & two" },
      { id: "s-three", text: "Three" },
    ]);
  });
});

/** Everything that a browser would run or fetch, or that would leave the text. */
const harmful =
  /<(?!\/?(p|h[2-6]|a|ul|ol|li|strong|em|s|code|pre|blockquote|hr|br|table|thead|tbody|tr|th|td)\b)|<[^>]*\s(on\w+|src|srcset|class|name|target)\s*=|<a[^>]*\shref="(?!https?:|mailto:|\/(?![/\\])|#|\?|[\w.-]+(?:[/?#"]))/i;

describe("hostile text", () => {
  it.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    '<a href="javascript:alert(1)" onclick="x">x</a>',
    "<style>*{display:none}</style>",
    "<iframe src=https://evil.example></iframe>",
    "<!-- --><b>x</b>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](%6Aavascript:alert(1))",
    "[x](\u0001javascript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](file:///etc/passwd)",
    "[x](ftp://evil.example/)",
    "[x](//evil.example)",
    "[x](/\\evil.example)",
    "[x](\\\\evil.example)",
    "[x](\t//evil.example)",
    "<javascript:alert(1)>",
    "![x](data:image/svg+xml;base64,PHN2Zy8+)",
    "![x](https://evil.example/pixel.gif)",
    '![x](/a"onerror="alert(1))',
    '[x](/a "onmouseover=alert(1)")',
    '[x](/a"onmouseover="alert(1))',
    "[x]: javascript:alert(1)\n\n[x]",
    '```"><script>alert(1)</script>\nx\n```',
    "`</code><script>alert(1)</script>`",
    "## <img src=x onerror=alert(1)>",
    '## x" onclick="alert(1)',
    "| <script> |\n| --- |\n| ![x](javascript:1) |",
    "| a |\n| :-: |\n| [x](javascript:alert(1)) |",
    "[![x](javascript:alert(1))](javascript:alert(2))",
    "[[[x](javascript:alert(1))](/y)](/z)",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#60;script>",
  ])("%j runs nothing", (markdown) => {
    const {
      html: whole,
      lead,
      questions,
    } = renderMarkdown("faq", `${markdown}\n\n## q\n\n${markdown}`);
    for (const one of [whole, lead, ...questions.map((question) => question.html)]) {
      expect(one).not.toMatch(harmful);
    }
  });

  it("the pattern above sees what it is there for", () => {
    expect("<script>").toMatch(harmful);
    expect('<p onclick="x">').toMatch(harmful);
    expect('<a href="javascript:x">').toMatch(harmful);
    expect('<a href="//evil.example">').toMatch(harmful);
    expect('<a href="/\\evil.example">').toMatch(harmful);
    expect('<p><a href="/about">x</a></p>').not.toMatch(harmful);
  });

  const much = 50_000;
  it.each([
    ["brackets", "[".repeat(much)],
    ["brackets that close", "[".repeat(much / 2) + "]".repeat(much / 2)],
    ["links in links", "[a](".repeat(much / 4)],
    ["pictures", "![".repeat(much / 2)],
    ["stars", "*a ".repeat(much / 3)],
    ["stars and underscores", "*_".repeat(much / 2)],
    ["backticks", Array.from({ length: 300 }, (_, index) => "`".repeat(index)).join(" ")],
    ["quotations", ">".repeat(much)],
    [
      "lists in lists",
      Array.from({ length: 300 }, (_, index) => `${" ".repeat(index)}- a`)
        .join("\n")
        .slice(0, much),
    ],
    [
      "a wide table",
      `${"|a".repeat(much / 10)}|\n${"|-".repeat(much / 10)}|\n${"|b\n".repeat(much / 10)}`,
    ],
    ["angles", "<".repeat(much)],
    ["entities", "&amp".repeat(much / 4)],
    [
      "references",
      Array.from({ length: 2_000 }, (_, index) => `[${index}]: /a`).join("\n") +
        "[1]".repeat(3_000),
    ],
    ["headings of one name", "## a\n".repeat(much / 5)],
    ["strikes", "~~a".repeat(much / 3)],
  ])("%s, as much as a text may hold, take no longer than a moment", (_, markdown) => {
    const began = performance.now();
    html(markdown);
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

describe("the comparison", () => {
  it.each([
    ["", "", []],
    ["", "a", [["Added", ["a"]]]],
    ["a", "", [["Removed", ["a"]]]],
    ["a\nb", "a\nb", [["Same", ["a", "b"]]]],
    [
      "a\nb\nc",
      "a\nc\nd",
      [
        ["Same", ["a"]],
        ["Removed", ["b"]],
        ["Same", ["c"]],
        ["Added", ["d"]],
      ],
    ],
  ])("of %j with %j", (before, after, expected) => {
    expect(compareLines(before, after).map(({ change, lines }) => [change, lines])).toEqual(
      expected,
    );
  });
});
