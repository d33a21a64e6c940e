import type { Context } from "@/lib/core/context";

import { folderStore } from "./folder";

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

/** The store that this process was given: the folder of UPLOADS_DIR. */
export function fileStore({ config }: Context): FileStore {
  return folderStore(config.uploadsDir);
}
