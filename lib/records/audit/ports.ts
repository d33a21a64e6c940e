import type { Context } from "@/lib/core/context";
import type { AuditEntity } from "@/lib/words";

/** What things of one kind are called now, by their ids; those that are gone are left out. */
export type FindNames = (
  ctx: Context,
  ids: readonly string[],
) => Promise<readonly { readonly id: string; readonly name: string }[]>;

/** Of all kinds, or of those that are one room's. */
export type NamesOf<E extends AuditEntity = AuditEntity> = Readonly<Record<E, FindNames>>;

declare module "@/lib/core/context" {
  interface Ports {
    /** schedules: when today began at each of the stations, by their own clocks. */
    stationDays(ctx: Context, stationIds: readonly string[]): Promise<Map<string, Date>>;
    /** Every room with audited things: what they are called now. */
    namesOf(): NamesOf;
  }
}
