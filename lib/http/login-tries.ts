import { setTimeout as pause } from "node:timers/promises";

import { identifyLogin } from "@/lib/people/accounts";
import type { Context } from "@/lib/core/context";
import { limits, type LimitName } from "@/lib/words";

import {
  type Bucket,
  giveBack,
  hit,
  isLimiting,
  type LimitState,
  platformSettings,
} from "./rate-limits";

/** Wrong tries that an address has at an account which is being guessed from elsewhere too. */
const triesUnderAttack = 3;
/** How long a try at such an account takes longer, in milliseconds. */
const slowedMs = 1_000;

/** A try at an account, counted before its password is looked at, so that tries at once are counted each. */
export interface CountedTry {
  readonly state: LimitState;
  /** The password was right: the try counts no longer. */
  readonly forgive: () => Promise<void>;
}

/** Whether the limit counts by the account that is tried, which only the body tells. */
export function countsAccounts(name: LimitName): boolean {
  return accountRuleOf(name) !== undefined;
}

/**
 * Counts a try at the account that the login name leads to, by whichever of its names. Wrong ones count by account
 * and address: who guesses shuts out their own address alone. Where an account has more wrong tries from everywhere
 * than one address may have, each address has a few, and every try takes longer; so the right password still gets in
 * from an address that did not guess. Null where nothing is limited.
 */
export async function countTry(
  ctx: Context,
  name: LimitName,
  { username, address }: { readonly username: string; readonly address: string },
): Promise<CountedTry | null> {
  const rule = accountRuleOf(name);
  if (!rule || !isLimiting()) return null;
  const account = (await identifyLogin(ctx, username)).slice(0, 254);
  const limit = (await platformSettings(ctx))[rule.setting];
  const bucket = (whose: string): Bucket => ({
    name: `${name}:account:${whose}`,
    limit,
    seconds: rule.minutes * 60,
  });
  const [here, everywhere] = [bucket(`${account}@${address}`), bucket(account)];
  const forgive = async () => {
    for (const one of [here, everywhere]) await giveBack(ctx, one);
  };
  const state = await hit(ctx, here);
  if (state.exceeded) return { state, forgive };
  const all = await hit(ctx, everywhere);
  if (!all.exceeded) return { state, forgive };
  const left = triesUnderAttack - (limit - state.remaining);
  if (left >= 0) await pause(slowedMs);
  return { state: { ...state, remaining: Math.max(0, left), exceeded: left < 0 }, forgive };
}

function accountRuleOf(name: LimitName) {
  return limits[name].find(({ by }) => by === "account");
}
