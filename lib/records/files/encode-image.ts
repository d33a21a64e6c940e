import sharp, { type Sharp } from "sharp";

import { keptSide, maxImagePixels, maxReadSeconds, thumbnailSide } from "./rules";

/** A picture as it is kept. */
export interface EncodedImage {
  readonly mediaType: "image/jpeg" | "image/webp";
  readonly width: number;
  readonly height: number;
  readonly full: Uint8Array;
  readonly thumbnail: Uint8Array;
}

// What reads a picture is chosen by its bytes. Of all readers, those of four formats and no other can be reached.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["Jpeg", "Png", "Nsgif", "Webp"].map((name) => `VipsForeignLoad${name}Buffer`),
});
// The queue says how many pictures are read at once; each takes one core, and none is remembered.
sharp.concurrency(1);
sharp.cache(false);

const reading = { limitInputPixels: maxImagePixels, failOn: "warning" } as const;

/**
 * Makes a JPEG, PNG, GIF (its first frame) or WebP anew: upright, no side longer than 2,048 pixels, JPEG of quality 80,
 * WebP where it has transparency; nothing but its pixels is left of it. Null for whatever cannot be read as one: another
 * format, broken or cut off, more than 40 megapixels (refused by the header), or too slow.
 */
export async function encodeImage(bytes: Uint8Array): Promise<EncodedImage | null> {
  try {
    const { hasAlpha } = await sharp(bytes, reading).metadata();
    const full = await encoded(sharp(bytes, reading).autoOrient(), keptSide, hasAlpha);
    const thumbnail = await encoded(sharp(full.data, reading), thumbnailSide, hasAlpha);
    const { width, height } = full.info;
    const mediaType = hasAlpha ? "image/webp" : "image/jpeg";
    return { mediaType, width, height, full: full.data, thumbnail: thumbnail.data };
  } catch {
    // Whatever the library says of it, it is no picture that we can keep.
    return null;
  }
}

function encoded(image: Sharp, side: number, hasAlpha: boolean) {
  const sized = image
    .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
    .timeout({ seconds: maxReadSeconds });
  return (hasAlpha ? sized.webp({ quality: 80 }) : sized.jpeg({ quality: 80 })).toBuffer({
    resolveWithObject: true,
  });
}
