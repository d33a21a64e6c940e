/**
 * Runs once when the web server starts, before it answers anything: a production server with missing secrets, or
 * with those or the logins of the demo, ends here. From here on requests come through the edge.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { startWeb } = await import("@/lib/process/start-web");
    await startWeb();
    const { baseUrlOf, trustedProxiesOf } = await import("@/lib/process/environment");
    const { apiPaths } = await import("@/app/api/paths");
    const { Server } = await import("node:http");
    const { raiseEdge } = await import("@/lib/http/edge/edge");
    const { env } = process;
    raiseEdge(Server.prototype, {
      baseUrl: baseUrlOf(env),
      trustedProxies: trustedProxiesOf(env),
      apiPaths,
      hasGateway: Boolean(env.GATEWAY_URL),
      mayUpgrade: env.NODE_ENV === "development",
    });
  }
}
