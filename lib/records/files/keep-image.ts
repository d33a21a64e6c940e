import { createHash } from "node:crypto";

import { userOf } from "@/lib/core/actor";
import { inTransaction, type Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { newId } from "@/lib/core/ids";

import { encodeImage, type EncodedImage } from "./encode-image";
import {
  brokenLimit,
  cleanFilename,
  countedSince,
  maxFilesAnHour,
  maxImageBytes,
  maxUnclaimedMegabytes,
  retrySeconds,
} from "./rules";
import type { KeptUpload, UploadKind } from "./schema";
import { fileStore } from "./store/file-store";
import { countSent, insertUpload, lockSender } from "./store/uploads";
import { inTurn } from "./wait-turn";

/** A picture as it was sent. */
export interface SentImage {
  readonly kind: UploadKind;
  readonly bytes: Uint8Array;
  /** What the sender calls it; shown, never believed. */
  readonly filename?: string;
}

/**
 * Reads a picture, makes it anew and keeps it, Unclaimed, for the actor; the caller has authorized what it is for, and
 * calls this outside a transaction, because it takes long. Null for what is no JPEG, PNG, GIF or WebP of at most 5 MiB
 * and 40 megapixels. What is not claimed within 24 hours is removed (operations.md §6.9).
 * Throws `upload.busy`, and `upload.too_many` or `upload.too_much` where the user sent too much.
 */
export async function keepImage(ctx: Context, sent: SentImage): Promise<KeptUpload | null> {
  if (sent.bytes.byteLength > maxImageBytes) return null;
  await assertMaySend(ctx, 0);
  const image = await inTurn(() => encodeImage(sent.bytes));
  return image && keepBytes(ctx, sent, image);
}

/** What a picture is kept as: made anew or, where that cannot be, as it came. */
type Bytes = Pick<EncodedImage, "full"> &
  Partial<Omit<EncodedImage, "mediaType">> & { readonly mediaType: string };

/**
 * Moves in a picture that the house had before this room was: made anew where it can be read, as it is where it
 * cannot, because nothing may be lost. For jobs, which no limit counts.
 */
export async function adoptImage(
  ctx: Context,
  sent: SentImage & { readonly mediaType: string },
): Promise<KeptUpload> {
  const image = await inTurn(() => encodeImage(sent.bytes));
  return keepBytes(ctx, sent, image ?? { mediaType: sent.mediaType, full: sent.bytes });
}

/** Bytes first, then the row: a crash between them leaves a stray, never a row without its bytes. */
async function keepBytes(ctx: Context, sent: SentImage, image: Bytes): Promise<KeptUpload> {
  const store = fileStore(ctx);
  const { full, thumbnail, mediaType, width, height } = image;
  const kept = { id: newId(), mediaType, bytes: full.byteLength };
  const key = newId();
  const thumbnailKey = thumbnail && newId();
  await store.put(key, full);
  if (thumbnailKey) await store.put(thumbnailKey, thumbnail);
  await inTransaction(ctx, async (ctx) => {
    const userId = userOf(ctx)?.userId;
    if (userId) await lockSender(ctx, userId);
    await assertMaySend(ctx, kept.bytes);
    await insertUpload(ctx, {
      ...kept,
      userId,
      kind: sent.kind,
      status: "Unclaimed",
      filename: sent.filename === undefined ? null : cleanFilename(sent.filename),
      sha256: createHash("sha256").update(full).digest("hex"),
      width,
      height,
      key,
      thumbnailKey,
      createdAt: ctx.clock.real(),
    });
  });
  return kept;
}

async function assertMaySend(ctx: Context, bytes: number): Promise<void> {
  const userId = userOf(ctx)?.userId;
  if (!userId) return;
  const sent = await countSent(ctx, userId, countedSince(ctx.clock.real()));
  const limit = brokenLimit(sent, bytes);
  if (limit === "files")
    throw fail("upload.too_many", { max: maxFilesAnHour, seconds: retrySeconds });
  if (limit === "bytes")
    throw fail("upload.too_much", { megabytes: maxUnclaimedMegabytes, seconds: retrySeconds });
}
