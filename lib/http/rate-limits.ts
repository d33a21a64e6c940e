import { sql } from "drizzle-orm";

import { rateLimits } from "@/db/schema/http";
import { foldLoginName } from "@/lib/people/accounts";
import { userOf } from "@/lib/core/actor";
import type { Context } from "@/lib/core/context";
import { fail } from "@/lib/core/errors";
import { readPublishedSettings, type PublishedSettings } from "@/lib/records/settings";

/** Which of api.md's limits a call counts against. */
export type LimitName = "login" | "signUp" | "bookingWrite" | "default" | "none";

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

const minute = 60;

function bucketsOf(
  ctx: Context,
  name: LimitName,
  caller: Caller,
  settings: PublishedSettings,
): Bucket[] {
  const userId = userOf(ctx)?.userId;
  const user = userId ? `user:${userId}` : `address:${caller.address}`;
  const account = caller.account && foldLoginName(ctx, caller.account).slice(0, 254);
  switch (name) {
    case "login":
      return [
        {
          name: `login:address:${caller.address}`,
          limit: settings.loginLimitPerAddress,
          seconds: 15 * minute,
        },
        ...(account
          ? [
              {
                name: `login:account:${account}`,
                limit: settings.loginLimitPerAccount,
                seconds: 15 * minute,
              },
            ]
          : []),
      ];
    case "signUp":
      return [
        {
          name: `signUp:${caller.address}`,
          limit: settings.signUpLimitPerAddress,
          seconds: 60 * minute,
        },
      ];
    case "bookingWrite":
      return [{ name: `booking:${user}`, limit: settings.bookingLimitPerUser, seconds: minute }];
    case "default":
      return [{ name: `default:${user}`, limit: settings.requestLimit, seconds: minute }];
    case "none":
      return [];
  }
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
  if (name === "none" || process.env.RATE_LIMITS === "off") return null;
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
