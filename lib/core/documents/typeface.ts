/** Which fonts draw which script: Noto throughout, so that scripts beside one another look alike. */

export type Weight = "regular" | "bold";

interface Typeface {
  readonly package: string;
  /** From the package's folder. */
  readonly files: Readonly<Record<Weight, string>>;
  /** Scripts by their Unicode names; none for what is drawn by looks alone. */
  readonly scripts: readonly string[];
}

function noto(family: string, scripts: readonly string[], isOneWeight = false): Typeface {
  const name = family.replaceAll(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());
  const regular = `400Regular/${name}_400Regular.ttf`;
  const bold = isOneWeight ? regular : `600SemiBold/${name}_600SemiBold.ttf`;
  return { package: `@expo-google-fonts/${family}`, files: { regular, bold }, scripts };
}

function cjk(country: string, name: string, scripts: readonly string[]): Typeface {
  const files = { regular: `fonts/${name}-Regular.otf`, bold: `fonts/${name}-Bold.otf` };
  return { package: `@embedpdf/fonts-${country}`, files, scripts };
}

export const typefaces = {
  latin: noto("noto-sans", ["Latin", "Greek", "Cyrillic"]),
  devanagari: noto("noto-sans-devanagari", ["Devanagari"]),
  bengali: noto("noto-sans-bengali", ["Bengali"]),
  tamil: noto("noto-sans-tamil", ["Tamil"]),
  sinhala: noto("noto-sans-sinhala", ["Sinhala"]),
  telugu: noto("noto-sans-telugu", ["Telugu"]),
  kannada: noto("noto-sans-kannada", ["Kannada"]),
  malayalam: noto("noto-sans-malayalam", ["Malayalam"]),
  gujarati: noto("noto-sans-gujarati", ["Gujarati"]),
  gurmukhi: noto("noto-sans-gurmukhi", ["Gurmukhi"]),
  oriya: noto("noto-sans-oriya", ["Oriya"]),
  thai: noto("noto-sans-thai", ["Thai"]),
  lao: noto("noto-sans-lao", ["Lao"]),
  khmer: noto("noto-sans-khmer", ["Khmer"]),
  myanmar: noto("noto-sans-myanmar", ["Myanmar"]),
  georgian: noto("noto-sans-georgian", ["Georgian"]),
  armenian: noto("noto-sans-armenian", ["Armenian"]),
  ethiopic: noto("noto-sans-ethiopic", ["Ethiopic"]),
  arabic: noto("noto-sans-arabic", ["Arabic"]),
  hebrew: noto("noto-sans-hebrew", ["Hebrew"]),
  chinese: cjk("sc", "NotoSansHans", ["Han", "Bopomofo"]),
  japanese: cjk("jp", "NotoSansJP", ["Hiragana", "Katakana"]),
  korean: cjk("kr", "NotoSansKR", ["Hangul"]),
  symbols: noto("noto-sans-symbols", []),
  moreSymbols: noto("noto-sans-symbols-2", [], true),
  math: noto("noto-sans-math", [], true),
  emoji: noto("noto-emoji", []),
} as const satisfies Readonly<Record<string, Typeface>>;

export type TypefaceName = keyof typeof typefaces;

/** What is asked for a sign that belongs to no script, in this order. */
const general: readonly TypefaceName[] = [
  "latin",
  "symbols",
  "moreSymbols",
  "math",
  "emoji",
  "chinese",
  "japanese",
  "korean",
];

const testsOf = (property: string) =>
  (Object.entries(typefaces) as [TypefaceName, Typeface][])
    .filter(([, { scripts }]) => scripts.length > 0)
    .map(([name, { scripts }]) => {
      const any = scripts.map((script) => `\\p{${property}=${script}}`).join("");
      return [name, new RegExp(`[${any}]`, "u")] as const;
    });
const scriptTests = testsOf("Script");
const extensionTests = testsOf("Script_Extensions");

const common = /[\p{Script=Common}\p{Script=Inherited}]/u;
const isHan = /\p{Script=Han}/u;
/** What is drawn as a picture: by itself, or because a variation selector or a sequence says so. */
const picture = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\u{FE0F}|\u{20E3}|\p{RI}{2}/u;

/** In which typefaces Han characters are looked for: each of the three countries writes some in its own form. */
export type HanForm = "chinese" | "japanese" | "korean";

/** The form of a text's Han characters: as its other letters tell, else as its language does. */
export function hanFormOf(text: string, language: string): HanForm {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return "japanese";
  if (/\p{Script=Hangul}/u.test(text)) return "korean";
  return /^ja\b/.test(language) ? "japanese" : /^ko\b/.test(language) ? "korean" : "chinese";
}

/**
 * The typefaces to try for a grapheme, best first. What belongs to no script keeps to the letters `before` it, so that a
 * word is not cut into pieces by its marks.
 */
export function candidatesFor(
  grapheme: string,
  { before, han }: { readonly before: TypefaceName; readonly han: HanForm },
): readonly TypefaceName[] {
  if (picture.test(grapheme) && !grapheme.includes("\u{FE0E}")) return ["emoji", ...general];
  const letter = [...grapheme].find((character) => !common.test(character));
  if (letter === undefined) {
    // Blanks are alike between words of every script; some fonts have them far too wide.
    if (/^[\u{20}-\u{24F}]+$/u.test(grapheme)) return general;
    const related = extensionTests.filter(([, test]) => test.test(grapheme)).map(([name]) => name);
    return [before, ...related, ...general];
  }
  if (isHan.test(letter)) return [han, "chinese", "japanese", "korean"];
  const own = scriptTests.filter(([, test]) => test.test(letter)).map(([name]) => name);
  return [...own, ...general];
}
