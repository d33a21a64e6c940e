import { eq, inArray } from "drizzle-orm";
import { expect, it } from "vitest";

import { devices } from "@/db/schema/inbox";
import { registerDevice } from "@/lib/insight/inbox";
import { makeContext } from "@/lib/process/wiring";

import { testDatabase } from "../../../support/database";
import { makeUser, testConfig } from "../../../support/world";

const { db } = await testDatabase({ max: 20 });

it("a token that many take at once is one person's in the end, and nobody's is refused", async () => {
  const people = [await makeUser(db, "EvOwner"), await makeUser(db, "EvOwner")];
  const token = "token-".repeat(20);
  await Promise.all(
    Array.from({ length: 20 }, (_, at) => {
      const actor = people[at % 2] ?? people[0];
      if (!actor) throw new Error("There is nobody.");
      const ctx = makeContext({ db, actor, config: testConfig });
      return registerDevice(ctx, { token, platform: "android", deviceId: `device-${at}` });
    }),
  );
  const ids = people.map(({ userId }) => userId);
  const rows = await db.select().from(devices).where(inArray(devices.userId, ids));
  expect(rows).toHaveLength(1);
  const [row] = rows;
  await db.delete(devices).where(eq(devices.id, row?.id ?? ""));
});
