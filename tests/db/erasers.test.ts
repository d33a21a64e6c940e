import { sql } from "drizzle-orm";
import { expect, it } from "vitest";

import { jobActor } from "@/lib/core/job-actor";
import { makeContext } from "@/lib/process/wiring";

import { testDatabase } from "../support/database";
import { testConfig } from "../support/world";

const { db } = await testDatabase();
const ctx = makeContext({ db, config: testConfig, actor: jobActor("seal") });
const declared = ctx.ports.erasers().flatMap(({ columns }) => Object.keys(columns));

/** Columns that hold whom something is of without a reference, under names that no rule knows. */
const unnamed = ["idempotency_keys.caller", "rate_limits.bucket"];
/** Columns that are only named as if they held somebody. */
const misnamed = ["report_subscriptions.group_by"];

/** Every column that references a user, or is named like one that does. */
async function userColumns(): Promise<string[]> {
  const rows = await db.execute<{ column: string }>(sql`
    select t.relname || '.' || a.attname as column
    from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p')
      and t.relname <> 'users' and (
        a.attname ~ '(^|_)(user|owner|actor|driver|person|admin|operator|staff|assignee|author|reviewer)_id$'
        or a.attname ~ '_by(_id)?$'
        or exists (
          select from pg_constraint k cross join unnest(k.conkey, k.confkey) as pair (here, there)
          join pg_attribute u on u.attrelid = k.confrelid and u.attnum = pair.there
          where k.contype = 'f' and k.confrelid = 'public.users'::regclass and u.attname = 'id'
            and k.conrelid = t.oid and pair.here = a.attnum
        )
      )`);
  const found = rows.map(({ column }) => column).filter((column) => !misnamed.includes(column));
  return [...found, ...unnamed].toSorted();
}

it("every column that holds a user's id has an eraser, or a written reason, and no other is named", async () => {
  expect(declared.toSorted()).toEqual(await userColumns());
});

it("each says what becomes of it", () => {
  const said = ctx.ports.erasers().flatMap(({ columns }) => Object.values(columns));
  for (const words of said) expect(words).toMatch(/^\S.{6,}\.$/);
});

it.each([
  ["alter table slots add column person uuid references users", "slots.person"],
  ["alter table slots add column reviewed_by uuid", "slots.reviewed_by"],
  ["create table notes (id uuid, owner_id uuid)", "notes.owner_id"],
])("sees what is planted: %s", async (statement, column) => {
  await db.execute(sql.raw(statement));
  expect((await userColumns()).filter((one) => !declared.includes(one))).toContain(column);
});
