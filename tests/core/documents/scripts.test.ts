import * as fc from "fast-check";
import { describe, expect, it } from "vitest";

import { openFonts } from "@/lib/core/documents/fonts";
import { linesOf } from "@/lib/core/documents/lines";
import { paragraphOf, runsOf, type Direction, type Run } from "@/lib/core/documents/paragraph";
import { rightToLeft } from "@/lib/core/documents/shape-text";

import { namesByScript } from "../../support/scripts-of-the-world";

const fonts = await openFonts();

function paragraph(text: string, direction: Direction = "ltr", language = "en") {
  return paragraphOf(text, { fonts, weight: "regular", direction, language });
}

function runs(text: string, direction?: Direction): Run[] {
  const { graphemes, level } = paragraph(text, direction);
  return runsOf(graphemes, level);
}

const shape = ({ text, typeface, isRightToLeft }: Run, weight: "regular" | "bold" = "regular") =>
  fonts(typeface, weight).layout(text, isRightToLeft ? [rightToLeft] : []);

/** What is read from the left edge to the right one, glyph by glyph. */
const seen = (text: string, direction?: Direction) =>
  runs(text, direction)
    .flatMap((run) => shape(run).glyphs)
    .map(({ codePoints }) => String.fromCodePoint(...codePoints))
    .join("");

const typefacesOf = (text: string) => runs(text).map(({ typeface }) => typeface);

describe("every script", () => {
  it.each(Object.entries(namesByScript))("%s has a glyph for every letter", (_, names) => {
    for (const text of Object.values(names)) {
      for (const weight of ["regular", "bold"] as const) {
        const { graphemes, level } = paragraphOf(text, {
          fonts,
          weight,
          direction: "ltr",
          language: "en",
        });
        const drawn = runsOf(graphemes, level);
        expect(drawn.map((run) => run.text).join("")).not.toContain("\u{FFFD}");
        const glyphs = drawn.flatMap((run) => shape(run, weight).glyphs);
        expect(glyphs.filter(({ id }) => id === 0)).toEqual([]);
        expect(glyphs.length).toBeGreaterThan(0);
      }
    }
  });

  it("shapes what is written together: conjuncts, joined letters, sequences", () => {
    const glyphs = (text: string) => runs(text).flatMap((run) => shape(run).glyphs).length;
    expect(glyphs("क्ष")).toBe(1);
    expect(glyphs("ශ්‍රී")).toBeLessThan(4);
    expect(glyphs("ஸ்ரீ")).toBeLessThan(4);
    expect(glyphs("లా")).toBeLessThan(3);
    // The dots are glyphs of their own; the letter's stroke has another form where it joins.
    const strokes = (text: string) => {
      const shaped = runs(text).map((run) => shape(run));
      return shaped.flatMap(({ glyphs: all, positions }) =>
        all.filter((_, index) => positions[index]?.xAdvance !== 0).map(({ id }) => id),
      );
    };
    expect(new Set([...strokes("ب"), ...strokes("بب")]).size).toBe(3);
    for (const one of ["👩🏽‍🔧", "👨‍👩‍👧‍👦", "🇱🇰", "1️⃣", "❤️", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"]) {
      const ink = runs(one).flatMap((run) => shape(run).positions.filter((at) => at.xAdvance > 0));
      expect(ink, one).toHaveLength(1);
    }
  });

  it("writes Han characters in the form of the country that the text is from", () => {
    expect(typefacesOf("直骨")).toEqual(["chinese"]);
    expect(typefacesOf("直骨のまち")).toEqual(["japanese"]);
    expect(new Set(typefacesOf("서울 直骨"))).toEqual(new Set(["korean", "latin"]));
    const { graphemes } = paragraph("直骨", "ltr", "ja");
    expect(graphemes.map(({ typeface }) => typeface)).toEqual(["japanese", "japanese"]);
  });

  it("F5: puts a plain sign where no font has a glyph, one for each letter, and keeps the rest", () => {
    expect(seen("a𓀀𓀁b")).toBe("a\u{FFFD}\u{FFFD}b");
    expect(seen("x\u{D800}y")).toBe("x\u{FFFD}y");
    expect(seen("a\u{0}\u{7}b\u{202E}c")).toBe("abc");
  });

  it("draws whatever it is given", () => {
    const text = fc.string({ unit: "binary", maxLength: 40 });
    fc.assert(
      fc.property(text, fc.constantFrom<Direction>("ltr", "rtl"), (given, direction) => {
        for (const run of runs(given, direction)) {
          expect(shape(run).glyphs.filter(({ id }) => id === 0)).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("order", () => {
  // What stands at the left is written first here; every letter of a right-to-left word comes from its end.
  const reversed = (text: string) => [...text].toReversed().join("");

  it("is from right to left for Arabic and Hebrew, and left to right for the numbers in them", () => {
    expect(seen("דרך 54")).toBe(`54 ${reversed("דרך")}`);
    expect(seen("דרך 54, חיפה")).toBe(`${reversed("חיפה")} ,54 ${reversed("דרך")}`);
    expect(seen("١٢ دار")).toBe(`${reversed("دار")} ١٢`);
    expect(seen("دار 12-34")).toBe(`34-12 ${reversed("دار")}`);
  });

  it("keeps Latin words whole inside of them, and turns brackets", () => {
    expect(seen("דרך Mall 3")).toBe(`Mall 3 ${reversed("דרך")}`);
    const [open, close] = ["(", ")"].map(
      (one) => fonts("latin", "regular").layout(one).glyphs[0]?.id,
    );
    const ids = runs("דרך (קומה)")
      .filter(({ typeface }) => typeface === "latin")
      .flatMap((run) => shape(run).glyphs.map(({ id }) => id))
      .filter((id) => id === open || id === close);
    expect(ids).toEqual([open, close]);
  });

  it("is the paragraph's own: Hebrew inside of Latin turns alone", () => {
    expect(seen("at דרך 5 now")).toBe(`at 5 ${reversed("דרך")} now`);
    expect(seen("Mall דרך", "rtl")).toBe(`Mall ${reversed("דרך")}`);
  });

  it("of a number alone is the same in every document", () => {
    expect(seen("8.92 %", "rtl")).toBe("8.92 %");
    expect(seen("R-7F3K-2026", "rtl")).toBe("R-7F3K-2026");
    expect(paragraph("12-34", "rtl").level).toBe(1);
  });
});

describe("lines", () => {
  const widthOf = (graphemes: readonly unknown[]) => graphemes.length;
  const broken = (text: string, width: number, most = Infinity) =>
    linesOf(paragraph(text), { widthOf, width, most }).map((line) =>
      line.map((one) => one.text).join(""),
    );

  it("end between words, and a word that is too long ends between letters as readers see them", () => {
    expect(broken("one two three", 7)).toEqual(["one two", "three"]);
    expect(broken("abcdefgh", 3)).toEqual(["abc", "def", "gh"]);
    expect(broken("👩🏽‍🔧👨‍👩‍👧‍👦🇱🇰🇳🇵", 2)).toEqual(["👩🏽‍🔧👨‍👩‍👧‍👦", "🇱🇰🇳🇵"]);
    expect(broken("é́é́é́", 2).join("|")).toBe("é́é́|é́");
  });

  it("of Thai end between its words, and of Chinese before no comma", () => {
    const thai = broken("ถนนสุขุมวิทกรุงเทพมหานคร", 12);
    expect(thai.join("")).toBe("ถนนสุขุมวิทกรุงเทพมหานคร");
    expect(thai[0]).toBe("ถนนสุขุมวิท");
    expect(broken("世纪大道，邮编", 4)).toEqual(["世纪大", "道，邮编"]);
  });

  it("beyond the most are left out, with an ellipsis after whole letters", () => {
    expect(broken("one two three four", 7, 1)).toEqual(["one tw…"]);
    expect(broken("🇱🇰🇳🇵🇮🇳🇧🇩", 2, 1)).toEqual(["🇱🇰…"]);
  });

  it("of nothing are one, without a letter", () => {
    expect(broken("", 5)).toEqual([""]);
    expect(broken("   ", 1)).toHaveLength(1);
  });
});
