import { execFile } from "node:child_process";
import { promisify } from "node:util";

import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { users } from "@/db/schema/accounts";

import { setPassword } from "@/lib/people/accounts";
import { anonymous } from "@/lib/core/actor";
import { makeContext } from "@/lib/process/wiring";

import { testDatabase } from "../../../support/database";
import { auditsOf } from "../../../support/audits";
import { makeUser, testConfig } from "../../../support/world";
import { settingOf } from "./setting";

const { db, url } = await testDatabase();

/** `npm run admin`, without the part of npm. */
const admin = (...args: string[]) =>
  promisify(execFile)(process.execPath, ["--import", "tsx", "scripts/admin.ts", ...args], {
    env: {
      ...process.env,
      DATABASE_URL: url,
      BASE_URL: "https://charging.example",
      JWT_KEYS: "t1:test-access-token-secret-0123456789ab",
      QR_KEYS: "q1:test-qr-secret-0123456789abcdefghijkl",
    },
  }).then(
    ({ stdout }) => stdout,
    ({ stderr }: { stderr: string }) => `refused: ${stderr}`,
  );

describe("npm run admin", { timeout: 120_000 }, () => {
  it("makes the first SystemAdmin and prints the link that sets the password", async () => {
    const said = await admin("--email", "Root@Example.TEST", "--name", "Root");
    expect(said).toContain("root@example.test is a SystemAdmin now.");
    const [, token = ""] =
      /https:\/\/charging\.example\/set-password\?token=([\w-]+)/.exec(said) ?? [];
    const password = "Chosen-by-myself-1";
    const nobody = makeContext({ db, actor: anonymous, config: testConfig });
    await setPassword(nobody, { token, password });
    const login = await settingOf(db).logIn("root@example.test", password);
    expect(login.role).toBe("SystemAdmin");
  });

  it("forgets a person when asked to in so many words, and asks first", async () => {
    const owner = await makeUser(db, "EvOwner", { name: "Nimal Jaya" });
    const email = String(owner.email);
    const asked = await admin("erase", email);
    expect(asked).toContain(`refused: This forgets ${email} for good`);
    expect(asked).toContain(`npm run admin -- erase ${email} --yes`);
    expect(await admin("erase", email.toUpperCase(), "--yes")).toContain("was forgotten: ");
    const [row] = await db.select().from(users).where(eq(users.id, owner.userId));
    expect(row).toMatchObject({ name: "Erased user", status: "Erased" });
    expect(await auditsOf(db, owner.userId)).toMatchObject([
      { action: "Erase", from: "Active", to: "Erased" },
    ]);
  });

  it("says plainly what is wrong", async () => {
    expect(await admin("--email", "nobody")).toMatch(/refused: .*--email: Use an address/s);
    expect(await admin("--colour", "red")).toContain("Usage: npm run admin");
    const again = await admin("--email", "root@example.test", "--name", "Root");
    expect(again).toContain("This email address is in use already.");
  });
});
