import type { Context } from "@/lib/core/context";
import type { AuditEntity } from "@/lib/words";

/** Something that an audit record is about. */
export interface AuditedThing {
  readonly entity: AuditEntity;
  readonly entityId: string;
}

declare module "@/lib/core/context" {
  interface Ports {
    /** schedules: when today began at each of the stations, by their own clocks. */
    stationDays(ctx: Context, stationIds: readonly string[]): Promise<Map<string, Date>>;
    /** reports: what things are called now, by their ids. */
    nameThings(ctx: Context, things: readonly AuditedThing[]): Promise<Map<string, string>>;
  }
}
