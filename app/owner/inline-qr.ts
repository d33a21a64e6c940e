import { drawQr } from "@/lib/charging/bookings";
import type { Context } from "@/lib/core/context";

/** A booking's code as an address that holds the picture itself. */
export async function inlineQr(ctx: Context, id: string): Promise<string> {
  const { content } = await drawQr(ctx, { id, format: "svg" });
  return `data:image/svg+xml;base64,${Buffer.from(content).toString("base64")}`;
}
