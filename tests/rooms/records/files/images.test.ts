import sharp from "sharp";
import { describe, expect, it } from "vitest";

import { encodeImage, type EncodedImage } from "@/lib/records/files/encode-image";

import { noise, phonePhoto, tinyPng } from "../../../support/pictures";

async function encoded(bytes: Uint8Array): Promise<EncodedImage> {
  const image = await encodeImage(bytes);
  if (!image) throw new Error("It is no picture.");
  return image;
}

const formatOf = async (bytes: Uint8Array) => (await sharp(bytes).metadata()).format;

describe("a picture made anew", () => {
  it("A14: says nothing of place, camera or program, and stands upright", async () => {
    const photo = await phonePhoto(1200, 800);
    const before = await sharp(photo).metadata();
    expect(before).toMatchObject({ orientation: 6, width: 1200 });
    expect(photo.includes("PlantedMaker")).toBe(true);
    // The tag of EXIF that leads to the place, in one byte order or the other.
    const place = [Buffer.from([0x88, 0x25]), Buffer.from([0x25, 0x88])];
    expect(place.some((tag) => before.exif?.includes(tag))).toBe(true);
    const image = await encoded(photo);
    expect(image).toMatchObject({ mediaType: "image/jpeg", width: 800, height: 1200 });
    for (const bytes of [image.full, image.thumbnail]) {
      const facts = await sharp(bytes).metadata();
      expect([facts.exif, facts.xmp, facts.iptc, facts.icc, facts.orientation]).toEqual(
        Array.from({ length: 5 }, () => undefined),
      );
      expect(Buffer.from(bytes).includes("Planted")).toBe(false);
      expect(Buffer.from(bytes).includes("Exif")).toBe(false);
    }
  });

  it("has nothing of what was appended to it or written between", async () => {
    const script = "<script>alert(1)</script>";
    const tails = [await noise(40, 40).jpeg().toBuffer(), await noise(40, 40).png().toBuffer()];
    for (const bytes of [...tails, tinyPng]) {
      const image = await encoded(Buffer.concat([bytes, Buffer.from(script)]));
      expect(Buffer.from(image.full).includes(script)).toBe(false);
    }
    const comment = Buffer.concat([
      tails[0]?.subarray(0, 2) ?? Buffer.alloc(0),
      Buffer.from([0xff, 0xfe, 0, script.length + 2]),
      Buffer.from(script),
      tails[0]?.subarray(2) ?? Buffer.alloc(0),
    ]);
    expect(Buffer.from((await encoded(comment)).full).includes(script)).toBe(false);
  });

  it("is at most 2,048 pixels a side, its thumbnail 480, and never larger than it was", async () => {
    const wide = await encoded(await noise(4000, 1000).jpeg().toBuffer());
    expect(wide).toMatchObject({ width: 2048, height: 512 });
    expect(await sharp(wide.thumbnail).metadata()).toMatchObject({ width: 480, height: 120 });
    const small = await encoded(await noise(30, 20).png().toBuffer());
    expect(small).toMatchObject({ width: 30, height: 20, mediaType: "image/jpeg" });
    expect(await sharp(small.thumbnail).metadata()).toMatchObject({ width: 30, height: 20 });
  });

  it("is a JPEG, or WebP where it has transparency, whatever it was", async () => {
    const opaque = [noise(9, 9).jpeg(), noise(9, 9).png(), noise(9, 9).webp()];
    for (const picture of opaque) {
      const image = await encoded(await picture.toBuffer());
      expect([image.mediaType, await formatOf(image.full)]).toEqual(["image/jpeg", "jpeg"]);
    }
    for (const picture of [noise(9, 9, 4).png(), noise(9, 9, 4).webp()]) {
      const image = await encoded(await picture.toBuffer());
      expect([image.mediaType, await formatOf(image.full)]).toEqual(["image/webp", "webp"]);
    }
  });

  it("is a GIF's first frame", async () => {
    const red = { create: { width: 8, height: 8, channels: 4, background: "red" } } as const;
    const blue = { create: { ...red.create, background: "blue" } } as const;
    const frames = await Promise.all([red, blue].map((frame) => sharp(frame).png().toBuffer()));
    const gif = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer();
    expect((await sharp(gif).metadata()).pages).toBe(2);
    const { full, height } = await encoded(gif);
    expect([(await sharp(full).metadata()).pages ?? 1, height]).toEqual([1, 8]);
    const [r = 0, , b = 0] = await sharp(full).raw().toBuffer();
    expect(r > 200 && b < 50).toBe(true);
  });
});

describe("what is no picture", () => {
  it("is refused: other formats, whatever they are called, and bytes that are none", async () => {
    const picture = noise(20, 20);
    const others = [
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      Buffer.from("<html><script>alert(1)</script></html>"),
      Buffer.from("MZ\x90\0\x03\0\0\0"),
      Buffer.alloc(0),
      Buffer.from("GIF89a"),
      tinyPng.subarray(0, 8),
      await picture.clone().tiff().toBuffer(),
      await picture.clone().avif().toBuffer(),
    ];
    for (const bytes of others) expect(await encodeImage(bytes)).toBeNull();
  });

  it("is refused where it is cut off or damaged", async () => {
    for (const picture of [noise(300, 300).jpeg(), noise(300, 300).png(), noise(300, 300).webp()]) {
      const whole = await picture.toBuffer();
      expect(await encodeImage(whole.subarray(0, whole.length / 2))).toBeNull();
    }
    const damaged = await noise(300, 300).png().toBuffer();
    damaged.writeUInt8((damaged[damaged.length >> 1] ?? 0) ^ 255, damaged.length >> 1);
    expect(await encodeImage(damaged)).toBeNull();
  });

  it("is refused by its header where it has more than 40 megapixels, however few its bytes", async () => {
    const size = { width: 14_000, height: 14_000, channels: 3, background: "white" } as const;
    const bomb = await sharp({ create: size, limitInputPixels: false }).png().toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);
    const began = performance.now();
    expect(await encodeImage(bomb)).toBeNull();
    // Decoding it takes seconds, and 588 MB.
    expect(performance.now() - began).toBeLessThan(500);
  });
});
