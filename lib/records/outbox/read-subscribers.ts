import type { Context } from "@/lib/core/context";
import { scopeOf } from "@/lib/core/permissions";

/** The names of all that listen to events, as deliveries have them. */
export function readSubscribers(ctx: Context): readonly string[] {
  scopeOf(ctx, "delivery.read");
  return ctx.ports
    .subscribers()
    .filter(({ isOn }) => isOn?.(ctx.config) ?? true)
    .map(({ name }) => name);
}
