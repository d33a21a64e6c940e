import { inspect } from "node:util";

import { eq, sql } from "drizzle-orm";
import pino from "pino";
import { expect, it } from "vitest";

import { users } from "@/db/schema/accounts";
import { newId } from "@/lib/core/ids";

import { testDatabase } from "../support/database";
import { makeUser } from "../support/world";

const { db } = await testDatabase();
const secret = "nimal.perera.200212345679@example.test";

/** What a log's line and a console would show of it. */
async function shown(work: PromiseLike<unknown>): Promise<string> {
  const error = await Promise.resolve(work).then(
    () => new Error("done"),
    (error: unknown) => error,
  );
  const lines: string[] = [];
  pino({}, { write: (line: string) => lines.push(line) }).error({ err: error });
  return lines.join("") + inspect(error, { depth: 5 });
}

it("throws no values of a statement: not a parameter, not in PostgreSQL's words, not in a transaction", async () => {
  const { userId } = await makeUser(db, "EvOwner");
  const { userId: other } = await makeUser(db, "EvOwner");
  const take = (id: string) => db.update(users).set({ email: secret }).where(eq(users.id, id));
  await take(userId);
  const failures = {
    "a constraint": () => take(other),
    "a value of the wrong kind": () => db.execute(sql`select ${secret}::uuid`),
    "a number": () => db.execute(sql`select ${secret}::int`),
    "a statement": () => db.execute(sql`select ${secret} from nowhere`),
    "a transaction": () =>
      db.transaction((tx) =>
        tx.insert(users).values({
          id: newId(),
          role: "EvOwner",
          email: secret,
          name: secret,
          createdAt: new Date(),
          updatedAt: new Date(),
        }),
      ),
  };
  for (const [name, work] of Object.entries(failures)) {
    const said = await shown(work());
    expect(said, name).toContain("Failed query");
    expect(said, name).not.toContain("nimal");
  }
});

it("keeps what says which fault it was", async () => {
  await expect(db.execute(sql`select ${secret}::uuid`)).rejects.toMatchObject({
    cause: { code: "22P02", message: 'invalid input syntax for type uuid: "…"' },
  });
});
