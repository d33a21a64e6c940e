/**
 * Runs once when the web server starts, before it answers anything: a production server with missing secrets, or
 * with those of the demo, ends here.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { logger } = await import("@/lib/http/log");
  const { checkStart } = await import("@/lib/http/start-check");
  try {
    for (const warning of checkStart(process.env)) logger.warn(warning);
  } catch (error) {
    logger.fatal(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}
