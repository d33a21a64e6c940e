import { pgTable, primaryKey, smallint, text, unique, uuid } from "drizzle-orm/pg-core";

import { uploads } from "./files";
import { stations } from "./stations";

/** The pictures of a station, in their order. */
export const stationImages = pgTable(
  "station_images",
  {
    stationId: uuid("station_id")
      .notNull()
      .references(() => stations.id, { onDelete: "cascade" }),
    uploadId: uuid("upload_id")
      .notNull()
      .references(() => uploads.id),
    position: smallint("position").notNull(),
    /** What is to be seen, for who does not see it. */
    alt: text("alt"),
  },
  (table) => [
    primaryKey({ columns: [table.stationId, table.uploadId] }),
    unique("station_images_upload_key").on(table.uploadId),
  ],
);
