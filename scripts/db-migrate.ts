import { migrate } from "@/db/migrate";

import { openDatabase } from "./parts/database";
import { main, step } from "./parts/main";

main(async () => {
  const database = await openDatabase({ join: true });
  try {
    await step("Migrating", () => migrate(database.url));
  } finally {
    await database.stop();
  }
});
