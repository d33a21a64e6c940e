import { hourMs } from "@/lib/core/durations";
import type { AppError } from "@/lib/core/errors";

/**
 * How far ahead arrivals are shown, also past midnight: as long as what a phone did without network may be told
 * later, so that it knows every code that it could let in meanwhile.
 */
export const arrivalsAheadMs = 4 * hourMs;

/** A list of the queue has so many rows at most; its count goes on. */
export const longestList = 200;

const keptKinds: readonly AppError["kind"][] = ["BusinessRuleViolation", "Conflict", "NotFound"];

/**
 * Whether the refusal of an act without network is a matter for a person: a rule said no, or somebody was first. Not
 * what could not be read, is not for this caller, or may be tried again; but what was read well and is found wrong by
 * what it is about (`request.invalid`), as an amount that is finer than the session's currency.
 */
export function isWorthKeeping({ kind, code }: Pick<AppError, "kind" | "code">): boolean {
  if (code === "request.invalid") return true;
  return keptKinds.includes(kind) && !/^(request|idempotency)\./.test(code);
}
