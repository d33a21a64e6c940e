import Pdf from "pdfkit";

import { openFonts, type Font, type Fonts } from "./fonts";
import { linesOf } from "./lines";
import { paragraphOf, runsOf, type Direction, type Grapheme, type Run } from "./paragraph";
import { rightToLeft } from "./shape-text";
import type { Weight } from "./typeface";

/** What a document is, beside what stands on it. */
export interface About {
  readonly title: string;
  readonly author: string;
  readonly createdAt: Date;
  /** BCP 47. */
  readonly language: string;
  readonly direction: Direction;
}

/** A text and its place, in points; `from` is the distance to the side where lines of the document begin. */
export interface Placed {
  readonly from: number;
  readonly top: number;
  readonly width: number;
  readonly size: number;
  readonly weight?: Weight;
  readonly colour: string;
  readonly align?: "start" | "end";
  /** Lines at most; what is left over ends in an ellipsis. */
  readonly most?: number;
}

const margin = 56;
/** In ems: fonts claim more than their letters take. */
const deepest = 0.6;

/** An A4 page on which texts of any script are drawn; the PDF carries those glyphs of the fonts that it shows. */
export class Paper {
  readonly #pdf: PDFKit.PDFDocument;
  readonly #about: About;
  readonly #fonts: Fonts;
  readonly #chunks: Buffer[] = [];
  readonly #done: Promise<void>;
  /** Between the margins. */
  readonly width: number;

  static async open(about: About): Promise<Paper> {
    return new Paper(about, await openFonts());
  }

  private constructor(about: About, fonts: Fonts) {
    this.#about = about;
    this.#fonts = fonts;
    const { title, author, createdAt, language } = about;
    this.#pdf = new Pdf({
      size: "A4",
      margin,
      // Ours is the first font that is named; the standard ones would be read from files for nothing.
      font: asSource(fonts("latin", "regular")),
      lang: language,
      displayTitle: true,
      info: { Title: title, Author: author, CreationDate: createdAt },
    });
    this.width = this.#pdf.page.width - 2 * margin;
    this.#pdf.on("data", (chunk: Buffer) => this.#chunks.push(chunk));
    this.#done = new Promise((resolve, reject) => {
      this.#pdf.on("end", resolve);
      this.#pdf.on("error", reject);
    });
  }

  /** Where the page's content begins. */
  get top(): number {
    return margin;
  }

  /** Where it ends. */
  get bottom(): number {
    return this.#pdf.page.height - margin;
  }

  /** Goes on with a fresh page of the same kind. */
  nextPage(): void {
    this.#pdf.addPage({ size: "A4", margin });
  }

  /** Draws a text of one or more paragraphs, wrapped; answers where it ends. */
  text(text: string, place: Placed): number {
    const { direction, language } = this.#about;
    const { weight = "regular", width, most = Infinity } = place;
    let { top } = place;
    let left = most;
    for (const part of text.split("\n")) {
      if (left <= 0) break;
      const paragraph = paragraphOf(part, { fonts: this.#fonts, weight, direction, language });
      const widthOf = (graphemes: readonly Grapheme[]) =>
        this.#widthOf(runsOf(graphemes, paragraph.level), weight, place.size);
      for (const line of linesOf(paragraph, { widthOf, width, most: left })) {
        top = this.#line(runsOf(line, paragraph.level), { ...place, top, weight });
        left -= 1;
      }
    }
    return top;
  }

  /** A thin line across the page. */
  rule(top: number, colour: string): void {
    this.#pdf
      .moveTo(margin, top)
      .lineTo(margin + this.width, top)
      .lineWidth(0.7)
      .strokeColor(colour)
      .stroke();
  }

  /** The finished document. */
  async finish(): Promise<Uint8Array> {
    this.#pdf.end();
    await this.#done;
    return Buffer.concat(this.#chunks);
  }

  #line(runs: readonly Run[], place: Placed & { readonly weight: Weight }): number {
    const { weight, size, align = "start", from, width, top } = place;
    const isLeft = (align === "start") === (this.#about.direction === "ltr");
    const outer = this.#about.direction === "ltr" ? from : this.width - from - width;
    const { ascent, height } = this.#heightOf(runs, weight, size);
    let x = margin + outer + (isLeft ? 0 : width - this.#widthOf(runs, weight, size));
    for (const run of runs) {
      const advance = this.#take(run, weight, size);
      this.#pdf.fillColor(place.colour);
      this.#pdf.text(run.text, x, top + ascent, {
        lineBreak: false,
        baseline: "alphabetic",
        features: featuresOf(run),
      });
      x += advance;
    }
    return top + height;
  }

  /** Of a line. Every first line of a row has the same base, whatever its script; deep letters get room below. */
  #heightOf(runs: readonly Run[], weight: Weight, size: number) {
    const latin = this.#fonts("latin", weight);
    const depths = runs.map(({ typeface }) => {
      const font = this.#fonts(typeface, weight);
      return Math.min(-font.descent / font.unitsPerEm, deepest);
    });
    const ascent = (latin.ascent / latin.unitsPerEm) * size;
    return {
      ascent,
      height: ascent + Math.max(-latin.descent / latin.unitsPerEm, ...depths) * size,
    };
  }

  #widthOf(runs: readonly Run[], weight: Weight, size: number): number {
    return runs.reduce((sum, run) => sum + this.#take(run, weight, size), 0);
  }

  /** Takes the run's font up; answers how wide the run is. */
  #take(run: Run, weight: Weight, size: number): number {
    const name = `${run.typeface}-${weight}`;
    this.#pdf.registerFont(name, asSource(this.#fonts(run.typeface, weight)));
    this.#pdf.font(name).fontSize(size);
    return this.#pdf.widthOfString(run.text, { features: featuresOf(run) });
  }
}

/** pdfkit lays out and remembers word by word what has no features; words from right to left stay together. */
const featuresOf = ({ isRightToLeft }: Run): PDFKit.Mixins.OpenTypeFeatures[] | undefined =>
  isRightToLeft ? [rightToLeft as PDFKit.Mixins.OpenTypeFeatures] : undefined;

/** pdfkit takes an open font, which its types do not say. */
const asSource = (font: Font) => font as unknown as string;
