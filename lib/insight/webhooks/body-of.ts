import type { Context } from "@/lib/core/context";
import { cloudEventOf } from "@/lib/core/cloud-event";

import type { DeliveryRow } from "./store/deliveries";

/** What is sent: the event as CloudEvents 1.0 JSON, the same at every try. */
export function bodyOf(
  { config }: Context,
  { businessId }: { readonly businessId: string },
  { eventId: id, type, subject, at, stationId, data: payload }: DeliveryRow,
): string {
  return JSON.stringify(
    cloudEventOf({ id, type, subject, at, stationId, businessId, payload }, config.baseUrl),
  );
}
