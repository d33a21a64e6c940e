import { decodeText, type DecodedText } from "@/lib/core/decode-text";
import { fail } from "@/lib/core/errors";
import type { Fault } from "@/lib/core/fault";

import type { ReadingOptions, StationFile } from "./check-draft";
import { parseAfdcRows } from "./parse-afdc-rows";
import { parseOcpiLocations } from "./parse-ocpi-locations";

/** Zip archives, which spreadsheets are too. */
const zip = [0x50, 0x4b, 0x03, 0x04];

/**
 * Recognises a file of stations by what is in it, whatever its name or type says: JSON where it begins with a bracket,
 * else CSV. `notes` is what there is to tell of the file as a whole. Throws `import.unreadable`.
 */
export async function openStationFile(
  source: Uint8Array | string,
  options: ReadingOptions,
): Promise<StationFile & { readonly notes: () => Fault[] }> {
  const { text, encoding } = textOf(source);
  const parse = /^\s*[[{]/.test(text) ? parseOcpiLocations : parseAfdcRows;
  const file = await parse(text, options);
  const notes = (): Fault[] => {
    const names = file.unread();
    return [
      ...(encoding === "Windows-1252"
        ? [{ code: "note_encoding", values: { encoding } } as const]
        : []),
      ...(names.length > 0
        ? [{ code: "note_unread", values: { names: names.slice(0, mostNamed) } } as const]
        : []),
    ];
  };
  return { ...file, notes };
}

const mostNamed = 40;

function textOf(source: Uint8Array | string): DecodedText {
  if (typeof source === "string") return { text: source, encoding: "UTF-8" };
  if (zip.every((byte, at) => source[at] === byte)) {
    throw fail("import.unreadable", { why: "spreadsheet" });
  }
  const read = decodeText(source);
  if (!read) throw fail("import.unreadable", { why: "no_text" });
  return read;
}
