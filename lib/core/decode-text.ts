/** Bytes that became text, and how they were written. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: "UTF-8" | "UTF-16" | "Windows-1252";
}

/**
 * Reads bytes as the text that they are, and never with a letter lost: UTF-8, UTF-16 of either order, or Windows-1252,
 * in which spreadsheets still save. Null for what is no text, and for letters that cannot be told: other encodings of
 * one byte a letter look alike, so where the text would not be of a western language it is not guessed.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const wide = wideEncoding(bytes);
  if (wide) return decoded(bytes, wide, "UTF-16");
  return decoded(bytes, "utf-8", "UTF-8") ?? decodeWestern(bytes);
}

function decoded(
  bytes: Uint8Array,
  label: string,
  encoding: DecodedText["encoding"],
): DecodedText | null {
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes), encoding };
  } catch {
    return null;
  }
}

/** How much of the beginning tells which of two bytes is the higher. */
const sample = 4_096;

/** UTF-16 by its mark, or because every other byte is zero as in plain letters. */
function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const beginning = bytes.subarray(0, sample);
  const zeros = [0, 0];
  beginning.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const many = beginning.length / 4;
  if (odd > many && even < many / 8) return "utf-16le";
  if (even > many && odd < many / 8) return "utf-16be";
  return null;
}

/** Controls that no text has, and the five bytes that Windows-1252 leaves out. */
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const noText = /[\0-\x08\x0B\x0C\x0E-\x1F\x7F\x81\x8D\x8F\x90\x9D]/;
/** Western words hardly have three accented letters in a row; Cyrillic or Greek read so consist of nothing else. */
const otherScript = /[\xC0-\xD6\xD8-\xF6\xF8-\xFF]{3}/;
/** A letter of UTF-8 in more than one byte: the file is UTF-8 with a fault in it, not Windows-1252. */
const brokenUtf8 = /[\xC3-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}/;

function decodeWestern(bytes: Uint8Array): DecodedText | null {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  if (noText.test(raw) || otherScript.test(raw) || brokenUtf8.test(raw)) return null;
  return decoded(bytes, "windows-1252", "Windows-1252");
}
