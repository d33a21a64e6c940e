import { pgTable, uuid } from "drizzle-orm/pg-core";

import { users } from "./accounts";
import { uploads } from "./files";

/** The picture of whoever sent one of themselves, for them alone. */
export const userPictures = pgTable("user_pictures", {
  userId: uuid("user_id")
    .primaryKey()
    .references(() => users.id),
  uploadId: uuid("upload_id")
    .notNull()
    .unique()
    .references(() => uploads.id),
});
