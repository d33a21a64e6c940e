/** What an erased person is called from then on. */
export const nameOfErased = "Erased user";

/**
 * The texts by which an erased person is found where others wrote about them. Of names only those of two words or
 * more, and nothing shorter than four characters: less is not theirs alone.
 */
export function searchableTexts(
  name: string,
  others: readonly (string | null)[],
): readonly string[] {
  const isTelling = (text: string) => text.length >= 4 && /[\d@]|\S\s+\S/.test(text);
  return [...new Set([name, ...others])]
    .filter((text) => text !== null)
    .filter((text) => isTelling(text) && text !== nameOfErased);
}

/** What somebody wrote, with an erased person's texts replaced, in whichever case they stand. */
export const withoutTexts = (written: string, texts: readonly string[]): string =>
  texts.reduce(
    (left, text) => left.replaceAll(new RegExp(RegExp.escape(text), "giu"), nameOfErased),
    written,
  );
