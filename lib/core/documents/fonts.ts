import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

import { create, type Font } from "fontkit";

import { typefaces, type TypefaceName, type Weight } from "./typeface";

const opened = new Map<string, Font>();

/** A font of a typeface. It is read when a text first needs it, and kept: reading is most of what drawing costs. */
export function fontOf(name: TypefaceName, weight: Weight): Font {
  const { package: home, files } = typefaces[name];
  const key = `${home}/${files[weight]}`;
  let font = opened.get(key);
  if (!font) {
    font = open(join(folderOf(home), files[weight]));
    opened.set(key, font);
  }
  return font;
}

/** From the project's folder, because a bundle lies elsewhere than the packages do. */
function folderOf(name: string): string {
  const base = pathToFileURL(join(process.cwd(), "package.json"));
  const found = findPackageJSON(name, base);
  if (!found) throw new Error(`The package ${name} is not installed.`);
  return dirname(found);
}

/** Asks a font to lay a run out from right to left, whatever its letters are. */
export const rightToLeft = "rightToLeft";

function open(path: string): Font {
  const font = create(readFileSync(path));
  if (!("layout" in font)) throw new Error(`${path} holds several fonts.`);
  // pdfkit hands a run's features on and knows no direction, which is not the font's to guess: digits and brackets
  // have none of their own.
  return Object.create(font, {
    layout: {
      value: (text: string, features: readonly string[] = []) =>
        font.layout(
          text,
          [],
          undefined,
          undefined,
          features.includes(rightToLeft) ? "rtl" : "ltr",
        ),
    },
  }) as Font;
}

/** Whether the font draws the character itself. */
export function draws(font: Font, character: string): boolean {
  return font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
}
