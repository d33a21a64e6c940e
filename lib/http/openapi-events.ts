import type { z } from "zod";

import { asked, told } from "@/lib/gateway/schema";

import { jsonSchemaOf } from "./json-schema";
import { describedWebhooks } from "./openapi-webhooks";

type Json = Record<string, unknown>;

/** What the document says of events: webhooks, and the live channel for apps with the schema of each payload. */
export const describedEvents = (baseUrl: string): Json => ({
  webhooks: describedWebhooks(baseUrl),
  "x-live-channel": {
    protocol: "Socket.IO 4",
    url: `${baseUrl}/socket.io`,
    asked: schemasOf(asked, "input"),
    told: schemasOf(told, "output"),
  },
});

const schemasOf = (events: Readonly<Record<string, z.ZodType>>, io: "input" | "output"): Json =>
  Object.fromEntries(
    Object.entries(events).map(([name, schema]) => [name, jsonSchemaOf(schema, io)]),
  );
