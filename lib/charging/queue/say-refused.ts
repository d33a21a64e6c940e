import type { Context } from "@/lib/core/context";
import { rulesIn } from "@/lib/words/rule-words";

/** An instant as JSON keeps it. */
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/**
 * Why an act was refused, in the reader's language and as the answer said it. Kept values are JSON: instants are made
 * instants again, and a name that was erased since is a dash.
 */
export function sayRefused(
  { locale }: Pick<Context, "locale">,
  { code, details }: { readonly code: string; readonly details: Readonly<Record<string, unknown>> },
): string {
  const values = Object.entries(details).map(([name, value]) => [
    name,
    typeof value === "string" && instant.test(value) ? new Date(value) : value,
  ]);
  return rulesIn(locale).refusal({ code, values: { by: "–", ...Object.fromEntries(values) } });
}
