/** What the pages that everybody sees may take in this process, in bytes. */
const keptBytes = 8 * 1024 * 1024;

/**
 * Runs once when the web server starts, before it answers anything: a production server with missing secrets, or
 * with those or the logins of the demo, ends here. From here on requests come through the edge, and it is watched
 * whether a worker lives.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { startWeb } = await import("@/lib/process/start-web");
    await startWeb();
    const { hasTestClock } = await import("@/lib/process/context");
    // A test's jobs run when it asks for them, and not when it does not.
    if (!hasTestClock()) (await import("@/lib/jobs/start-watch")).startWatch();
    const { baseUrlOf, trustedProxiesOf } = await import("@/lib/process/environment");
    const { apiPaths } = await import("@/app/api/paths");
    const { Server } = await import("node:http");
    const { raiseEdge } = await import("@/lib/http/edge/edge");
    const { KeptPages } = await import("@/lib/http/edge/kept-pages");
    const { missingFiles } = await import("@/lib/http/edge/missing-files");
    const { env } = process;
    const isBuilt = env.NODE_ENV === "production";
    raiseEdge(Server.prototype, {
      baseUrl: baseUrlOf(env),
      trustedProxies: trustedProxiesOf(env),
      apiPaths,
      hasGateway: Boolean(env.GATEWAY_URL),
      mayUpgrade: env.NODE_ENV === "development",
      ...(isBuilt && { isMissing: missingFiles("public") }),
      // A test's clock moves as it likes, and what is seen with it.
      ...(isBuilt &&
        !hasTestClock() && { pages: new KeptPages(keptBytes, () => performance.now()) }),
    });
  }
}
