import { afterAll, expect, test } from "vitest";

import { createDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { newId } from "@/lib/core/ids";

import { createTestDatabase, dropTestDatabase } from "../support/cluster";
import { goBackBefore } from "../support/old-database";

const url = await createTestDatabase();
const { sql, close } = createDatabase(url);
afterAll(async () => {
  await close();
  await dropTestDatabase(url);
});

test("the plate of an account is that of a car, its default, and who has none has no car", async () => {
  await goBackBefore("_drivers", url);
  const now = new Date().toISOString();
  const make = async (plate: string | null) => {
    const id = newId();
    const person = { name: "Ada Owner", email: `${id}@example.test`, created_at: now };
    await sql`insert into users ${sql({ id, role: "EvOwner", updated_at: now, ...person })}`;
    await sql`insert into owners ${sql({ user_id: id, vehicle_plate: plate })}`;
    return id;
  };
  const owner = await make("WP CAB-1");
  await make(null);

  await migrate(url);

  const cars = await sql`select user_id, plate, is_default, deleted_at, make from vehicles`;
  expect([...cars]).toEqual([
    { user_id: owner, plate: "WP CAB-1", is_default: true, deleted_at: null, make: null },
  ]);
});
