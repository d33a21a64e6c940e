import { parseArgs } from "node:util";

import { createDatabase } from "@/db/client";
import { createAdmin } from "@/lib/people/accounts";
import { issueLink } from "@/lib/people/accounts/inside";
import { CreateAdmin } from "@/lib/people/accounts/schema";
import { jobActor } from "@/lib/core/job-actor";
import { readFaults } from "@/lib/core/read-faults";
import { makeContext, readConfig } from "@/lib/process/wiring";
import { english } from "@/lib/words/rule-words";

import { openDatabase } from "./parts/database";
import { main } from "./parts/main";

const usage = 'Usage: npm run admin -- --email ada@example.com --name "Ada" [--password …]';

/**
 * Makes a SystemAdmin, the first of an installation above all (000-23), and without a password prints the link
 * that sets one.
 */
main(async () => {
  const input = CreateAdmin.safeParse(readArguments(), { reportInput: true });
  if (!input.success) {
    const faults = readFaults(input.error).map(
      ({ path, ...fault }) => `--${path.join(".")}: ${english.fault(fault)}`,
    );
    throw new Error(`${faults.join("\n")}\n${usage}`);
  }
  const opened = await openDatabase({ join: true });
  const { db, close } = createDatabase(opened.url, {
    max: 1,
    name: "baybook admin",
    work: "command",
  });
  try {
    const ctx = makeContext({ db, actor: jobActor("admin"), config: readConfig(process.env) });
    const admin = await createAdmin(ctx, input.data);
    console.log(`${admin.email} is a SystemAdmin now.`);
    if (input.data.password !== undefined) return;
    const link = await issueLink(ctx, { userId: admin.id, purpose: "Invitation" });
    console.log(`Set the password here, until ${link.expiresAt.toISOString()}:\n${link.url}`);
  } finally {
    await close();
    await opened.stop();
  }
});

function readArguments() {
  const options = {
    email: { type: "string" },
    name: { type: "string" },
    password: { type: "string" },
  } as const;
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${usage}`, {
      cause: error,
    });
  }
}
