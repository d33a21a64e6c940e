/**
 * Runs once when the web server starts, before it answers anything: a production server with missing secrets, or
 * with those of the demo, ends here.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { startWeb } = await import("@/lib/process/start-web");
    startWeb();
  }
}
