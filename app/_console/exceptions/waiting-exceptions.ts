import { listExceptions } from "@/lib/charging/queue";
import { ListExceptions } from "@/lib/charging/queue/schema";
import type { Context } from "@/lib/core/context";

/** How many refused acts without network nobody has settled, as far as the reader sees them. */
export async function waitingExceptions(ctx: Context): Promise<number> {
  const asked = ListExceptions.parse({ settled: "false" });
  return (await listExceptions(ctx, { ...asked, page: 1, limit: 1 })).total;
}
