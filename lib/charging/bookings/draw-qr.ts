import { toBuffer, toString } from "qrcode";

import type { Context } from "@/lib/core/context";

import { readQr } from "./read-qr";

/** A picture to be shown or downloaded. */
export interface Picture {
  readonly content: Uint8Array | string;
  readonly contentType: string;
  readonly filename: string;
}

/** Enough to survive a scratched screen; the quiet zone is the standard's four modules. */
const look = { errorCorrectionLevel: "M", margin: 4 } as const;

/** The QR code as a picture, PNG (600 pixels wide) or SVG. Throws as `readQr`. */
export async function drawQr(
  ctx: Context,
  { id, format }: { readonly id: string; readonly format: "png" | "svg" },
): Promise<Picture> {
  const { token } = await readQr(ctx, { id });
  if (format === "svg") {
    const content = await toString(token, { ...look, type: "svg" });
    return { content, contentType: "image/svg+xml", filename: "booking-qr.svg" };
  }
  const content = await toBuffer(token, { ...look, type: "png", width: 600 });
  return { content, contentType: "image/png", filename: "booking-qr.png" };
}
