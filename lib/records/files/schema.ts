import { z } from "zod";

export { sentImage } from "@/lib/core/sizes";

/** What a file is for. */
export const uploadKind = z.enum([
  "SessionPhoto",
  "ReviewPhoto",
  "StationImage",
  "VehiclePhoto",
  "ProfilePicture",
]);
export type UploadKind = z.infer<typeof uploadKind>;

export const uploadStatus = z.enum(["Unclaimed", "Claimed", "Deleted"]);

/** Who may open a claimed file: whoever the claim's permission lets through, or everybody. */
export const uploadVisibility = z.enum(["Private", "Public"]);
export type UploadVisibility = z.infer<typeof uploadVisibility>;

/** The sizes in which a picture is kept. */
export const imageSize = z.enum(["full", "thumbnail"]);
export type ImageSize = z.infer<typeof imageSize>;

/** A file that was kept and belongs to nothing yet. */
export interface KeptUpload {
  readonly id: string;
  readonly mediaType: string;
  /** Size in bytes. */
  readonly bytes: number;
}

/** A file's bytes as the store lists them. */
export interface StoredFile {
  readonly key: string;
  readonly storedAt: Date;
}

/** Where bytes lie. Keys are UUIDs and nothing else; each is written once. */
export interface FileStore {
  /** Keeps the bytes so that they outlive a crash. Throws where the key is taken. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** The bytes. Throws a plain Error where there are none. */
  get(key: string): Promise<Uint8Array>;
  /** Removes the bytes; nothing where there are none. */
  delete(key: string): Promise<void>;
  /** Everything that lies there. */
  list(): AsyncIterable<StoredFile>;
}
