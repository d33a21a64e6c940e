import type { EventType } from "@/lib/words";

/**
 * The version of an event's data, said in the name of its schema. Data that a reader of the one before could not read
 * gets the next number here, and its type two schemas while both are sent.
 */
const versions: Readonly<Partial<Record<EventType, number>>> = {};

/** What the schema of an event's data is called in the OpenAPI document: `event.booking.created.v1`. */
export const schemaNameOf = (type: string): string =>
  `event.${type}.v${(versions as Readonly<Record<string, number>>)[type] ?? 1}`;

/** What a CloudEvent is made of. */
interface Told {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly at: Date;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly businessId?: string | null;
  readonly stationId?: string | null;
}

/**
 * The event as it leaves the house: CloudEvents 1.0, structured JSON (operations.md 6.12), with whose and where it is
 * as extensions. `id` is the event's, the same wherever and however often it is sent.
 */
export function cloudEventOf(event: Told, baseUrl: string) {
  const { id, type, subject, at, payload, businessId, stationId } = event;
  return {
    specversion: "1.0",
    id,
    source: baseUrl,
    type,
    subject,
    time: at.toISOString(),
    datacontenttype: "application/json",
    dataschema: `${baseUrl}/api/v1/openapi.json#/components/schemas/${schemaNameOf(type)}`,
    ...(businessId && { businessid: businessId }),
    ...(stationId && { stationid: stationId }),
    data: payload,
  };
}
