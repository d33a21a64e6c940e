import { parseArgs } from "node:util";

import { createDatabase } from "@/db/client";
import { createAdmin, eraseUser } from "@/lib/people/accounts";
import { issueLink } from "@/lib/people/accounts/inside";
import { CreateAdmin } from "@/lib/people/accounts/schema";
import type { Context } from "@/lib/core/context";
import { emailAddress } from "@/lib/core/fields";
import { jobActor } from "@/lib/core/job-actor";
import { readFaults } from "@/lib/core/read-faults";
import { makeContext, readConfig } from "@/lib/process/wiring";
import { english } from "@/lib/words/rule-words";

import { askFirst } from "./parts/ask-first";
import { openDatabase } from "./parts/database";
import { main } from "./parts/main";

const usage = [
  'Usage: npm run admin -- --email ada@example.com --name "Ada" [--password …]',
  "       npm run admin -- erase ada@example.com [--yes]",
].join("\n");

/**
 * Makes a SystemAdmin, the first of an installation above all (000-23), and without a password prints the link
 * that sets one. With `erase`, forgets the person with that email address for good.
 */
main(async () => {
  const { values, positionals } = readArguments();
  const [deed, email, ...more] = positionals;
  if (deed === undefined) return addAdmin(values);
  if (deed !== "erase" || email === undefined || more.length > 0) throw new Error(usage);
  if (!values.yes) {
    await askFirst(`This forgets ${email} for good; it cannot be taken back.`, {
      word: email,
      otherwise: `npm run admin -- erase ${email} --yes`,
    });
  }
  await inDatabase(async (ctx) => {
    const erased = await eraseUser(ctx, { email: emailAddress.parse(email) });
    const parts = Object.entries(erased).filter(([, count]) => count > 0);
    console.log(`${email} was forgotten: ${parts.map((part) => part.join(" ")).join(", ")}.`);
  });
});

async function addAdmin({ yes: _yes, ...values }: Arguments["values"]): Promise<void> {
  const input = CreateAdmin.safeParse(values, { reportInput: true });
  if (!input.success) {
    const faults = readFaults(input.error).map(
      ({ path, ...fault }) => `--${path.join(".")}: ${english.fault(fault)}`,
    );
    throw new Error(`${faults.join("\n")}\n${usage}`);
  }
  await inDatabase(async (ctx) => {
    const admin = await createAdmin(ctx, input.data);
    console.log(`${admin.email} is a SystemAdmin now.`);
    if (input.data.password !== undefined) return;
    const link = await issueLink(ctx, { userId: admin.id, purpose: "Invitation" });
    console.log(`Set the password here, until ${link.expiresAt.toISOString()}:\n${link.url}`);
  });
}

/** As this command, on the database that the environment names. */
async function inDatabase(run: (ctx: Context) => Promise<void>): Promise<void> {
  const opened = await openDatabase({ join: true });
  const { db, close } = createDatabase(opened.url, {
    max: 1,
    name: "baybook admin",
    work: "command",
  });
  try {
    await run(makeContext({ db, actor: jobActor("admin"), config: readConfig(process.env) }));
  } finally {
    await close();
    await opened.stop();
  }
}

type Arguments = ReturnType<typeof readArguments>;

function readArguments() {
  const options = {
    email: { type: "string" },
    name: { type: "string" },
    password: { type: "string" },
    yes: { type: "boolean" },
  } as const;
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${usage}`, {
      cause: error,
    });
  }
}
