import type { AuditAction, AuditEntity, EventType } from "@/lib/words";

import type { Context } from "./context";

/** What `transition` says of a thing that an action touched, for the audit. */
export interface StatusAudit {
  readonly entity: AuditEntity;
  readonly entityId: string;
  readonly action: AuditAction;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly reason?: string | null;
  readonly changes?: Readonly<Record<string, unknown>>;
  readonly businessId: string | null;
  readonly stationId: string | null;
  /** The owner concerned, if any. */
  readonly ownerId: string | null;
}

/** What `transition` tells the others; its caller was held to the payload of the type. */
export interface StatusEvent {
  readonly type: EventType;
  readonly payload: unknown;
  readonly businessId: string | null;
  readonly stationId: string | null;
}

declare module "@/lib/core/context" {
  interface Ports {
    /** audit: writes these records in the caller's transaction. */
    recordAudits(ctx: Context, entries: readonly StatusAudit[]): Promise<void>;
    /** outbox: writes these events in the caller's transaction. */
    publishEvents(ctx: Context, events: readonly StatusEvent[]): Promise<void>;
  }
}
