import type { Context } from "@/lib/core/context";
import { failField } from "@/lib/core/errors";
import { asHolder } from "@/lib/core/permissions";
import { keepImage } from "@/lib/records/files/inside";
import type { KeptUpload } from "@/lib/records/files/schema";

/**
 * Reads a picture of whoever asks and makes it anew, outside any transaction, because that takes long; `setPicture`
 * gives it to the account. JPEG, PNG, GIF or WebP by its bytes, at most 5 MiB and 40 megapixels. Throws
 * `picture.invalid`, and what `keepImage` throws.
 */
export async function keepPicture(
  ctx: Context,
  { bytes, filename }: { bytes: Uint8Array; filename?: string },
): Promise<KeptUpload> {
  asHolder(ctx, "account.self");
  const kept = await keepImage(ctx, { kind: "ProfilePicture", bytes, filename });
  if (!kept) throw failField("picture.invalid", "file");
  return kept;
}
