import { baseUrlOf } from "./environment";
import { logger } from "./log";
import { checkStart } from "./start-check";

/** Logs what is worth a warning in the environment; ends the process where it is not right. */
export function startWeb(): void {
  try {
    for (const warning of checkStart(process.env)) logger.warn(warning);
    // next-auth's own name for it; without one it would take whatever host a client names.
    process.env.NEXTAUTH_URL = baseUrlOf(process.env);
  } catch (error) {
    logger.fatal(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}
