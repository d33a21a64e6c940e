import type { Context } from "@/lib/core/context";
import { releaseUploads } from "@/lib/records/files/inside";

/** Lets the pictures of these cars go for good, in the caller's transaction, which forgets them in their rows. */
export const releasePhotos = (ctx: Context, vehicleIds: readonly string[]): Promise<number> =>
  releaseUploads(ctx, { entity: "Vehicle", entityIds: vehicleIds });
