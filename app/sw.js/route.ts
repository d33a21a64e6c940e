import { readFileSync } from "node:fs";

/** What this build is called; a worker of another build is a new version of the app. */
const build = () => readFileSync(`${process.cwd()}/.next/BUILD_ID`, "utf8").trim();

/**
 * The service worker's first lines, which are another text with every build, so that a browser sees that there is a new
 * version; what it does stands in public/worker.js and
 * public/leave.js and public/ring.js (docs/decisions/service-worker.md).
 */
export function GET(): Response {
  const id = JSON.stringify(build());
  const source = `self.build = ${id};
const of = "?build=" + encodeURIComponent(self.build);
importScripts("/leave.js" + of, "/worker.js" + of, "/ring.js" + of);
`;
  return new Response(source, {
    headers: {
      "Content-Type": "text/javascript; charset=utf-8",
      "Cache-Control": "no-cache",
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'self'",
    },
  });
}

/** Asked by each browser anew, and not made at the build, which does not know its own name yet. */
export const dynamic = "force-dynamic";
