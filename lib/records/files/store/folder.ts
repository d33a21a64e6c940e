import { mkdir, open, opendir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";

import { isUuid } from "@/lib/core/ids";

import type { FileStore, StoredFile } from "../schema";

/**
 * Files in a folder that all processes share, spread over 256 folders by the end of their key. It is made when the
 * first file is kept, for its owner alone.
 */
export function folderStore(directory: string): FileStore {
  return {
    async put(key, bytes) {
      const { folder, file } = placeOf(directory, key);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // A file that a crash cuts off has no row yet, and is swept as a stray.
      const handle = await open(file, "wx", 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await syncFolder(folder);
    },
    get: (key) => readFile(placeOf(directory, key).file),
    delete: (key) => rm(placeOf(directory, key).file, { force: true }),
    list: () => filesIn(directory),
  };
}

/** Throws for what is no UUID: a key comes from our own rows, and never leads out of the folder. */
function placeOf(directory: string, key: string): { folder: string; file: string } {
  if (!isUuid(key)) throw new Error("A file's key is a UUID.");
  const name = key.toLowerCase();
  const folder = join(directory, name.slice(-2));
  return { folder, file: join(folder, name) };
}

/** A new name in a folder is sure to outlive a crash only when the folder itself is written. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function* filesIn(directory: string): AsyncGenerator<StoredFile> {
  for await (const folder of entriesOf(directory)) {
    if (!folder.isDirectory() || !/^[0-9a-f]{2}$/.test(folder.name)) continue;
    for await (const entry of entriesOf(join(directory, folder.name))) {
      if (!entry.isFile() || !isUuid(entry.name)) continue;
      const facts = await stat(join(directory, folder.name, entry.name)).catch(() => null);
      if (facts) yield { key: entry.name, storedAt: facts.mtime };
    }
  }
}

async function* entriesOf(folder: string) {
  const opened = await opendir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (opened) yield* opened;
}
