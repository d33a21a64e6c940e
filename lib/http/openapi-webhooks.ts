import type { z } from "zod";

import { cloudEventOf, schemaNameOf } from "@/lib/core/cloud-event";
import { TestData, testType } from "@/lib/insight/webhooks/schema";
import { eventPayloads, outwardEvents, sample } from "@/lib/words";
import { defaultLocale, sayIn } from "@/lib/words/say";

import { jsonSchemaOf } from "./json-schema";

type Json = Record<string, unknown>;

/** What a webhook is sent: every event that a business may choose and the test, with an example of its data. */
export const webhookExamples: Readonly<Record<string, Json>> = {
  ...outwardEvents,
  [testType]: { webhookId: sample.webhookId },
};

const dataSchemas: Readonly<Record<string, z.ZodObject>> = {
  ...eventPayloads,
  [testType]: TestData,
};

/** The schemas of the events' data, each under the name that an event gives as its `dataschema`. */
export const eventSchemas = (): Json =>
  Object.fromEntries(
    Object.entries(dataSchemas).map(([type, schema]) => [
      schemaNameOf(type),
      jsonSchemaOf(schema, "output", "throw"),
    ]),
  );

/** What the document says under `webhooks`: a request for each event, in whole. */
export function describedWebhooks(baseUrl: string): Json {
  const say = sayIn(defaultLocale);
  return Object.fromEntries(
    Object.entries(webhookExamples).map(([type, data]) => [
      type,
      {
        post: {
          operationId: `webhook-${type}`,
          tags: ["Webhooks"],
          summary: say(`webhookEvents.${type.replace(".", "_") as "webhook_test"}`),
          parameters: [signature],
          requestBody: {
            required: true,
            content: {
              "application/cloudevents+json": {
                schema: envelope(type),
                example: exampleOf(type, data, baseUrl),
              },
            },
          },
          responses: {
            "2XX": { description: "Taken. Anything else is tried again for three days." },
            "410": { description: "Gone: the webhook is switched off." },
          },
        },
      },
    ]),
  );
}

const signature = {
  name: "Baybook-Signature",
  in: "header",
  required: true,
  schema: { type: "string" },
  description:
    "`t=<unix s>,v1=<hex HMAC-SHA256 of t.body>`; a second `v1` while the secret is changed.",
};

const text = (format?: string) => ({ type: "string", ...(format && { format }) });

const envelope = (type: string) => ({
  type: "object",
  required: ["specversion", "id", "source", "type", "subject", "time", "dataschema", "data"],
  properties: {
    specversion: { const: "1.0" },
    id: { ...text("uuid"), description: "The event's: the same at every try." },
    source: text("uri"),
    type: { const: type },
    subject: text(),
    time: text("date-time"),
    datacontenttype: { const: "application/json" },
    dataschema: text("uri"),
    businessid: text("uuid"),
    stationid: text("uuid"),
    data: { $ref: `#/components/schemas/${schemaNameOf(type)}` },
  },
});

/** An event of the sample's morning, as it is sent. */
export function exampleOf(type: string, payload: Json, baseUrl: string) {
  const [name = "", id = ""] = Object.entries(payload)[0] ?? [];
  return cloudEventOf(
    {
      id: sample.webhookDeliveryId,
      type,
      subject: `${name.replace(/Id$/, "")}/${String(id)}`,
      at: new Date(sample.now),
      payload,
      businessId: sample.businessId,
    },
    baseUrl,
  );
}
