import { eq, sql } from "drizzle-orm";

import { rateLimits } from "@/db/schema/http";
import { userOf } from "@/lib/core/actor";
import { compiled, type ValueOf } from "@/lib/core/compiled";
import type { Context } from "@/lib/core/context";
import { tooMany } from "@/lib/core/too-many";
import { limits, type LimitName } from "@/lib/words";
import { readPublishedSettings, type PublishedSettings } from "@/lib/records/settings";

/** Whom a call counts for, besides whoever is signed in. */
export interface Caller {
  readonly address: string;
}

/** How a bucket stands after this call. */
export interface LimitState {
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: Date;
  readonly exceeded: boolean;
}

export interface Bucket {
  readonly name: string;
  readonly limit: number;
  readonly seconds: number;
}

type Rule = (typeof limits)[LimitName][number];

/** False where every limit is switched off (RATE_LIMITS=off, for load tests). */
export const isLimiting = () => process.env.RATE_LIMITS !== "off";

/** The buckets of a limit in which every call counts; tries at an account count in `login-tries.ts`. */
function bucketsOf(
  ctx: Context,
  name: LimitName,
  address: string,
  settings: PublishedSettings,
): Bucket[] {
  const rules: readonly Rule[] = limits[name];
  return rules.flatMap(({ by, setting, minutes }) => {
    if (by === "account") return [];
    const userId = by === "caller" ? userOf(ctx)?.userId : undefined;
    const whose = userId ? `user:${userId}` : `address:${address}`;
    return [{ name: `${name}:${whose}`, limit: settings[setting], seconds: minutes * 60 }];
  });
}

/**
 * Counts a call against its limits, kept in Postgres so that every web process shares them, by real time.
 * Returns the tightest bucket's state; null where nothing is limited (RATE_LIMITS=off).
 */
export async function countHit(
  ctx: Context,
  name: LimitName,
  caller: Caller,
): Promise<LimitState | null> {
  if (limits[name].length === 0 || !isLimiting()) return null;
  const buckets = bucketsOf(ctx, name, caller.address, await platformSettings(ctx));
  const states: LimitState[] = [];
  for (const bucket of buckets) states.push(await hit(ctx, bucket));
  return states.reduce<LimitState | null>(
    (tightest, state) =>
      tightest && tightest.remaining <= state.remaining && !state.exceeded ? tightest : state,
    null,
  );
}

/** Counts a call and throws request.rate_limited (429) where a limit is exceeded. */
export async function assertWithinLimit(
  ctx: Context,
  name: LimitName,
  caller: Caller,
): Promise<void> {
  assertState(await countHit(ctx, name, caller));
}

/** Throws request.rate_limited (429) where the limit stands exceeded. */
export function assertState(state: LimitState | null): void {
  if (state?.exceeded) throw limitExceeded(state);
}

function limitExceeded(state: LimitState) {
  const seconds = Math.max(1, Math.ceil((state.resetAt.getTime() - Date.now()) / 1000));
  return tooMany(seconds);
}

/** Counts one more in a bucket, which begins anew when its time has passed. */
export async function hit(ctx: Context, { name, limit, seconds }: Bucket): Promise<LimitState> {
  const [row] = await countOne(ctx, { bucket: name, seconds });
  const hits = row?.hits ?? 1;
  return {
    limit,
    remaining: Math.max(0, limit - hits),
    resetAt: row?.resetAt ?? new Date(),
    exceeded: hits > limit,
  };
}

// Sent with every request.
const countOne = compiled(
  ({ db }, value: ValueOf<{ readonly bucket: string; readonly seconds: number }>) => {
    const fresh = sql`${rateLimits.windowEndsAt} <= now()`;
    const end = sql`now() + make_interval(secs => ${value("seconds")})`;
    return db
      .insert(rateLimits)
      .values({ bucket: value("bucket"), windowEndsAt: end, hits: 1 })
      .onConflictDoUpdate({
        target: rateLimits.bucket,
        set: {
          hits: sql`case when ${fresh} then 1 else ${rateLimits.hits} + 1 end`,
          windowEndsAt: sql`case when ${fresh} then ${end} else ${rateLimits.windowEndsAt} end`,
        },
      })
      .returning({ hits: rateLimits.hits, resetAt: rateLimits.windowEndsAt });
  },
);

/** Takes one call out of a bucket again. */
export async function giveBack(ctx: Context, bucket: Bucket): Promise<void> {
  await ctx.db
    .update(rateLimits)
    .set({ hits: sql`greatest(${rateLimits.hits} - 1, 0)` })
    .where(eq(rateLimits.bucket, bucket.name));
}

/** Platform settings change rarely, so a process keeps them for some seconds. */
const kept = new WeakMap<object, { until: number; settings: PublishedSettings }>();

export async function platformSettings(ctx: Context): Promise<PublishedSettings> {
  const known = kept.get(ctx.db);
  if (known && known.until > Date.now()) return known.settings;
  const settings = await readPublishedSettings(ctx);
  kept.set(ctx.db, { until: Date.now() + 5_000, settings });
  return settings;
}
