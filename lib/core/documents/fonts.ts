import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

import { create, type Font as FontFile } from "fontkit";

import { shaperFor, type Shape } from "./shape-text";
import { typefaces, type TypefaceName, type Weight } from "./typeface";

/** A font as pdfkit takes it: its outlines are fontkit's, and how its glyphs stand is HarfBuzz's. */
export type Font = Omit<FontFile, "layout"> & { readonly layout: Shape };

/** Finds the font of a typeface. It is read when a text first needs it, and kept. */
export type Fonts = (name: TypefaceName, weight: Weight) => Font;

const opened = new Map<string, Font>();

/** What shapes text is loaded with the first document. */
export async function openFonts(): Promise<Fonts> {
  const shaper = await shaperFor();
  return (name, weight) => {
    const { package: home, files } = typefaces[name];
    const key = `${home}/${files[weight]}`;
    const known = opened.get(key);
    if (known) return known;
    const data = readFileSync(join(folderOf(home), files[weight]));
    const file = create(data);
    if (!("layout" in file)) throw new Error(`${key} holds several fonts.`);
    const font = Object.create(file, { layout: { value: shaper(data, file) } }) as Font;
    opened.set(key, font);
    return font;
  };
}

/** From the project's folder, because a bundle lies elsewhere than the packages do. */
function folderOf(name: string): string {
  const base = pathToFileURL(join(process.cwd(), "package.json"));
  const found = findPackageJSON(name, base);
  if (!found) throw new Error(`The package ${name} is not installed.`);
  return dirname(found);
}
