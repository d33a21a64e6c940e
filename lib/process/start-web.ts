import { refuseDemoLogins } from "./demo-logins";
import { baseUrlOf } from "./environment";
import { logger } from "./log";
import { shareFormats } from "./share-formats";
import { checkStart } from "./start-check";

/** Logs what is worth a warning in the environment; ends the process where that or the database is not right. */
export async function startWeb(): Promise<void> {
  shareFormats();
  try {
    for (const warning of checkStart(process.env)) logger.warn(warning);
    // next-auth's own name for it; without one it would take whatever host a client names.
    process.env.NEXTAUTH_URL = baseUrlOf(process.env);
  } catch (error) {
    return end(error instanceof Error ? error.message : String(error));
  }
  await refuseDemoLogins(process.env, end);
}

function end(words: string): void {
  logger.fatal(words);
  process.exit(1);
}
