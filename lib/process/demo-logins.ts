import { anonymous } from "@/lib/core/actor";
import { findDemoLogins } from "@/lib/people/accounts/inside";

import { requestContext } from "./context";
import { logger } from "./log";
import { isProduction } from "./start-check";

/** After how long the database is asked again where it did not answer, in milliseconds. */
const again = 5_000;

/**
 * Has `end` called with a plain sentence where a production process stands on a database with the demo's logins, whose
 * password is published (quality.md, Web security). A database that is away, or not migrated yet, is asked again until
 * it answers. Returns after the first try; never throws.
 */
export async function refuseDemoLogins(
  env: Readonly<Record<string, string | undefined>>,
  end: (words: string) => void,
): Promise<void> {
  if (!isProduction(env)) return;
  try {
    const emails = await findDemoLogins(await requestContext(anonymous));
    if (emails.length > 0) end(refusal(emails));
  } catch (error) {
    logger.warn({ err: error }, "whether the database holds the demo's logins could not be asked");
    setTimeout(() => void refuseDemoLogins(env, end), again).unref();
  }
}

const refusal = (emails: readonly string[]) =>
  `The database of DATABASE_URL holds logins of the demo (${emails.join(", ")}, …), whose password is published. ` +
  "Give production a database of its own, or erase this one with npm run db:reset. To keep its data, run the demo on " +
  "it once more and, as its administrator, block these users or give them passwords of their own.";
