import sharp from "sharp";

/** A PNG of one pixel with transparency. */
export const tinyPng = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A picture of noise, which no encoder makes small, of the size and with or without transparency. */
export function noise(width: number, height: number, channels: 3 | 4 = 3) {
  const noise = { type: "gaussian", mean: 120, sigma: 40 } as const;
  const image = sharp({
    create: { width, height, channels: 3, background: "white", noise },
  });
  return channels === 4 ? image.ensureAlpha(0.5) : image;
}

/** A JPEG as a phone makes it: lying on its side, and saying where and by what it was taken. */
export function phonePhoto(width: number, height: number): Promise<Buffer> {
  return noise(width, height)
    .withExif({
      IFD0: { Make: "PlantedMaker", Software: "PlantedSoftware" },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "6/1 55/1 38/1", GPSLongitude: "79/1 51/1 40/1" },
    })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 75 })
    .toBuffer();
}
