import type { Context } from "@/lib/core/context";

import type { FileStore } from "../schema";
import { folderStore } from "./folder";

/** The store that this process was given: the folder of UPLOADS_DIR. */
export function fileStore({ config }: Context): FileStore {
  return folderStore(config.uploadsDir);
}
