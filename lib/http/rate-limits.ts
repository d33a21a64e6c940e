import { sql } from "drizzle-orm";

import { rateLimits } from "@/db/schema/http";
import { foldLoginName } from "@/lib/people/accounts";
import { userOf } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { limits, type LimitName } from "@/lib/words";
import type { LimitBucket } from "@/lib/words/define-words";
import { readPublishedSettings, type PublishedSettings } from "@/lib/records/settings";

/** Whom a call counts for. */
export interface Caller {
  readonly address: string;
  /** The login name that is tried. */
  readonly account?: string;
}

/** How a bucket stands after this call. */
export interface LimitState {
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: Date;
  readonly exceeded: boolean;
}

interface Bucket {
  readonly name: string;
  readonly limit: number;
  readonly seconds: number;
}

type Rule = (typeof limits)[LimitName][number];

/** Whether the limit counts by the account that is tried, which only the body tells. */
export function countsAccounts(name: LimitName): boolean {
  const rules: readonly Rule[] = limits[name];
  return rules.some(({ by }) => by === "account");
}

/** The buckets of a limit in which this call counts: none for an account that is not named. */
function bucketsOf(
  ctx: Context,
  name: LimitName,
  caller: Caller,
  settings: PublishedSettings,
): Bucket[] {
  const rules: readonly Rule[] = limits[name];
  return rules.flatMap(({ by, setting, minutes }) => {
    const whose = whoseOf(ctx, by, caller);
    if (!whose) return [];
    return [{ name: `${name}:${whose}`, limit: settings[setting], seconds: minutes * 60 }];
  });
}

/** Whom a bucket is of; null where that is not known. */
function whoseOf(ctx: Context, by: LimitBucket["by"], caller: Caller): string | null {
  if (by === "account") {
    return caller.account ? `account:${foldLoginName(ctx, caller.account).slice(0, 254)}` : null;
  }
  const userId = by === "caller" ? userOf(ctx)?.userId : undefined;
  return userId ? `user:${userId}` : `address:${caller.address}`;
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
  if (limits[name].length === 0 || process.env.RATE_LIMITS === "off") return null;
  const buckets = bucketsOf(ctx, name, caller, await platformSettings(ctx));
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
  const state = await countHit(ctx, name, caller);
  if (state?.exceeded) throw limitExceeded(state);
}

/** The refusal of a call over its limit. */
export function limitExceeded(state: LimitState) {
  const seconds = Math.max(1, Math.ceil((state.resetAt.getTime() - Date.now()) / 1000));
  return fail("request.rate_limited", { seconds });
}

async function hit(ctx: Context, bucket: Bucket): Promise<LimitState> {
  const fresh = sql`${rateLimits.windowEndsAt} <= now()`;
  const end = sql`now() + make_interval(secs => ${bucket.seconds})`;
  const [row] = await ctx.db
    .insert(rateLimits)
    .values({ bucket: bucket.name, windowEndsAt: end, hits: 1 })
    .onConflictDoUpdate({
      target: rateLimits.bucket,
      set: {
        hits: sql`case when ${fresh} then 1 else ${rateLimits.hits} + 1 end`,
        windowEndsAt: sql`case when ${fresh} then ${end} else ${rateLimits.windowEndsAt} end`,
      },
    })
    .returning({ hits: rateLimits.hits, resetAt: rateLimits.windowEndsAt });
  const hits = row?.hits ?? 1;
  return {
    limit: bucket.limit,
    remaining: Math.max(0, bucket.limit - hits),
    resetAt: row?.resetAt ?? new Date(),
    exceeded: hits > bucket.limit,
  };
}

/** Platform settings change rarely, so a process keeps them for some seconds. */
const kept = new WeakMap<object, { until: number; settings: PublishedSettings }>();

async function platformSettings(ctx: Context): Promise<PublishedSettings> {
  const known = kept.get(ctx.db);
  if (known && known.until > Date.now()) return known.settings;
  const settings = await readPublishedSettings(ctx);
  kept.set(ctx.db, { until: Date.now() + 5_000, settings });
  return settings;
}
