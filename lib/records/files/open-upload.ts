import { createHash } from "node:crypto";

import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import type { AuditEntity } from "@/lib/words";

import type { ImageSize } from "./schema";
import { fileStore } from "./store/file-store";
import { findClaimed } from "./store/uploads";
import { viewFile, type FileView } from "./view";

/**
 * A file of a thing that the caller authorized: it opens by what claimed it, and in no other way. A picture without a
 * thumbnail is shown whole. Throws `upload.not_found`, and a plain Error where the bytes are gone or are not those
 * that were kept.
 */
export async function openUpload(
  ctx: Context,
  id: string,
  claim: { readonly entity: AuditEntity; readonly entityId: string; readonly size?: ImageSize },
): Promise<FileView> {
  const row = await findClaimed(ctx, id, claim);
  if (!row) throw fail("upload.not_found");
  const thumbnailKey = claim.size === "thumbnail" ? row.thumbnailKey : null;
  const content = await fileStore(ctx).get(thumbnailKey ?? row.key);
  if (!thumbnailKey && sha256(content) !== row.sha256) {
    throw new Error(`The bytes of the upload ${id} are not those that were kept.`);
  }
  return viewFile(row, content);
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
