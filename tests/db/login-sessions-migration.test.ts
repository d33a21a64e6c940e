import { afterAll, expect, test } from "vitest";

import { createDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { anonymous } from "@/lib/core/actor";
import { newId } from "@/lib/core/ids";
import { refreshTokens } from "@/lib/people/accounts";
import { hashSecret } from "@/lib/people/accounts/rules";
import { makeContext } from "@/lib/process/wiring";

import { createTestDatabase, dropTestDatabase } from "../support/cluster";
import { goBackBefore } from "../support/old-database";
import { testConfig } from "../support/world";
import { refusal } from "../rooms/people/accounts/setting";

const url = await createTestDatabase();
const { db, sql, close } = createDatabase(url);
afterAll(async () => {
  await close();
  await dropTestDatabase(url);
});

test("who was signed in by tokens before sessions were kept goes on, and who had been signed out does not", async () => {
  await goBackBefore("_login-sessions", url);
  const now = new Date().toISOString();
  const soon = new Date(Date.now() + 3_600_000).toISOString();
  const userId = newId();
  const person = { name: "Ada Owner", email: "ada@example.test", created_at: now, updated_at: now };
  await sql`insert into users ${sql({ id: userId, role: "EvOwner", status: "Active", ...person })}`;
  const token = (secret: string, columns: object) => {
    const row = { id: newId(), user_id: userId, token_hash: hashSecret(secret), created_at: now };
    return sql`insert into refresh_tokens ${sql({ ...row, expires_at: soon, ...columns })}`;
  };
  const [open, closed] = [newId(), newId()];
  await token("used", { family_id: open, used_at: now });
  await token("open", { family_id: open });
  await token("closed", { family_id: closed, revoked_at: now });

  await migrate(url);

  const ctx = makeContext({ db, actor: anonymous, config: testConfig });
  const refresh = (refreshToken: string) => refusal(refreshTokens(ctx, { refreshToken }));
  expect(await refresh("closed")).toBe("refresh.invalid");
  expect(await refresh("open")).toBe("done");
  expect(await refresh("used")).toBe("refresh.reused");
});
