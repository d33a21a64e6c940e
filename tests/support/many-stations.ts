import { sql } from "drizzle-orm";

import type { Db } from "@/lib/core/context";

/** A little more than anybody counts (`mostCounted`). */
export const manyStations = 12_000;

/**
 * So many stations on a grid between the edges, one in three of a business; every tenth is AC, and every hundredth is
 * closed, so that nobody sees it. Without connectors, prices or slots.
 */
export async function makeManyStations(
  db: Db,
  businessId: string,
  edges: { readonly west: number; readonly south: number; readonly size: number },
  count = manyStations,
): Promise<void> {
  const side = Math.ceil(Math.sqrt(count));
  const at = (from: number, step: string) =>
    sql`${from}::numeric + ${edges.size}::numeric * ${sql.raw(step)} / ${side}::int`;
  await db.execute(sql`
    insert into stations (id, business_id, name, address, latitude, longitude, time_zone, type, status, slot_minutes,
      approval, created_at, updated_at)
    select gen_random_uuid(), case when n % 3 = 0 then ${businessId}::uuid end, 'Many ' || lpad(n::text, 5, '0'),
      'Far out', ${at(edges.south, `(n / ${side})`)}, ${at(edges.west, `(n % ${side})`)}, 'Etc/UTC',
      case when n % 10 = 0 then 'AC' else 'DC' end, case when n % 100 = 1 then 'Inactive' else 'Active' end, 60,
      'Manual', now(), now()
    from generate_series(1, ${count}::int) n`);
  await db.execute(sql`analyze stations`);
}
