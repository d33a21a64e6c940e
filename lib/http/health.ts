import { sql } from "drizzle-orm";

import { anonymous } from "@/lib/core/actor";

import { requestContext } from "@/lib/process/context";

const deadlineMs = 2_000;

/** Whether the database answers within two seconds, by the statement it is asked. */
async function answers(statement: ReturnType<typeof sql>): Promise<boolean> {
  const late = new Promise<false>((resolve) =>
    setTimeout(() => resolve(false), deadlineMs).unref(),
  );
  const asked = requestContext(anonymous)
    .then(({ db }) => db.execute(statement))
    .then((rows) => rows.length > 0)
    .catch(() => false);
  return Promise.race([asked, late]);
}

/** 200 where the database answers, 503 where not; for load balancers and people. */
export async function health(): Promise<Response> {
  return status(await answers(sql`select 1`));
}

/** 200 where the database also has the tables this program needs. */
export async function readiness(): Promise<Response> {
  return status(await answers(sql`select 1 from drizzle.__drizzle_migrations limit 1`));
}

function status(well: boolean): Response {
  return Response.json(
    { status: well ? "ok" : "unavailable" },
    {
      status: well ? 200 : 503,
      headers: { "Cache-Control": "no-store", ...(!well && { "Retry-After": "2" }) },
    },
  );
}
