import { createAdmin } from "@/lib/people/accounts";
import type { Db } from "@/lib/core/context";
import { jobActor } from "@/lib/core/job-actor";
import { makeContext, readConfig } from "@/lib/process/wiring";

export interface AdminLogin {
  readonly email: string;
  readonly password: string;
}

/** The first SystemAdmin of a test server, made as an installation makes it. */
export async function makeAdmin(
  db: Db,
  env: Readonly<Record<string, string>>,
): Promise<AdminLogin> {
  const login = { email: "admin@baybook.test", password: "Test-admin-password-1" };
  const ctx = makeContext({ db, actor: jobActor("admin"), config: readConfig(env) });
  await createAdmin(ctx, { name: "Test Admin", ...login });
  return login;
}
