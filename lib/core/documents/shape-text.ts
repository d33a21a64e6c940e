/** Asks for a run to be laid out from right to left, whatever its letters are. */
export const rightToLeft = "rightToLeft";

/** A glyph as a PDF needs it; its metrics in the font's units. */
interface Glyph {
  readonly id: number;
  readonly advanceWidth: number;
  /** What is read where this is drawn; the first glyph of a cluster says all of it. */
  readonly codePoints: readonly number[];
}

/** Where a glyph stands, in the font's units; whoever draws may scale it. */
interface Position {
  xAdvance: number;
  yAdvance: number;
  xOffset: number;
  yOffset: number;
}

interface Shaped {
  /** From left to right. */
  readonly glyphs: readonly Glyph[];
  readonly positions: readonly Position[];
  /** Of all positions, as whoever draws has scaled them. */
  readonly advanceWidth: number;
}

/** Lays out a run of one script: ligatures, conjuncts, joined letters, marks. */
export type Shape = (text: string, features?: readonly string[]) => Shaped;

/** What of a font file shaping asks. */
interface Metrics {
  getGlyph(id: number): { readonly advanceWidth: number } | null;
}

/** Makes of a font's bytes what shapes text with it (HarfBuzz, as in browsers). */
export async function shaperFor(): Promise<(data: Uint8Array, metrics: Metrics) => Shape> {
  const hb = await import("harfbuzzjs");
  const buffer = new hb.Buffer();
  return (data, metrics) => {
    const font = new hb.Font(new hb.Face(new hb.Blob(data)));
    return (text, features = []) => {
      const isRightToLeft = features.includes(rightToLeft);
      buffer.clearContents();
      buffer.addText(text);
      buffer.guessSegmentProperties();
      // Digits and brackets have no direction of their own, and a run has one that is known.
      buffer.setDirection(isRightToLeft ? hb.Direction.RTL : hb.Direction.LTR);
      hb.shape(font, buffer);
      const infos = buffer.getGlyphInfos();
      const positions = buffer.getGlyphPositions();
      const said = clusterTexts(
        text,
        infos.map(({ cluster }) => cluster),
      );
      const glyphs = infos.map(({ codepoint: id }, index) => ({
        id,
        advanceWidth: metrics.getGlyph(id)?.advanceWidth ?? 0,
        codePoints: said[index] ?? [],
      }));
      return {
        glyphs,
        positions,
        get advanceWidth() {
          return positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
        },
      };
    };
  };
}

/** The code points that each glyph stands for: those of its cluster, said once. */
function clusterTexts(text: string, clusters: readonly number[]): number[][] {
  const starts = [...new Set(clusters)].toSorted((one, other) => one - other);
  const ends = new Map(starts.map((start, index) => [start, starts[index + 1] ?? text.length]));
  const said = new Set<number>();
  return clusters.map((start) => {
    if (said.has(start)) return [];
    said.add(start);
    return Array.from(text.slice(start, ends.get(start)), (one) => one.codePointAt(0) ?? 0);
  });
}
