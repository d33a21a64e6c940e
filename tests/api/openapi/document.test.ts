import SwaggerParser from "@apidevtools/swagger-parser";
import { describe, expect, it } from "vitest";

import { endpoints as routes } from "@/app/api/v1/endpoints";
import { permissions } from "@/lib/core/permissions";
import { openApiDocument } from "@/lib/http/openapi";
import { endpointsOf } from "@/lib/http/routes";
import { outwardTypes } from "@/lib/words";

type Operation = { operationId: string; summary: string; responses: Record<string, unknown> };
const document = openApiDocument(routes, "http://baybook.test") as {
  paths: Record<string, Record<string, Operation>>;
  webhooks: Record<
    string,
    {
      post: {
        requestBody: {
          content: Record<
            "application/cloudevents+json",
            { example: { type: string; dataschema: string } }
          >;
        };
      };
    }
  >;
  components: {
    schemas: {
      Error: { properties: { errors: { items: { required: string[]; properties: object } } } };
    };
  };
};
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

describe("the OpenAPI document", () => {
  it("is valid OpenAPI 3.1", async () => {
    await expect(SwaggerParser.validate(structuredClone(document) as never)).resolves.toBeTruthy();
  });

  it("is valid in EV-CMS's words, too, whose names stand in the place of ours", async () => {
    const theirs = openApiDocument(routes, "http://baybook.test", "ev-cms");
    await expect(SwaggerParser.validate(structuredClone(theirs) as never)).resolves.toBeTruthy();
    const { post } = (theirs.paths as Record<string, Record<string, unknown>>)["/bookings"] ?? {};
    const { requestBody, parameters } = post as {
      requestBody: {
        content: Record<string, { schema: { properties: object; required: string[] } }>;
      };
      parameters: { name: string; required: boolean }[];
    };
    const { properties, required } = requestBody.content["application/json"]?.schema ?? {};
    expect(Object.keys(properties ?? {})).toEqual(
      expect.arrayContaining(["stationId", "scheduledTime", "estimatedDuration"]),
    );
    expect(properties).not.toHaveProperty("startsAt");
    expect(required).toContain("scheduledTime");
    expect(parameters.find(({ name }) => name === "Idempotency-Key")?.required).toBe(false);
  });

  it("describes every endpoint that is declared, each under a name of its own", () => {
    const declared = endpointsOf(routes).length;
    expect(operations).toHaveLength(declared);
    expect(declared).toBeGreaterThan(60);
    const names = operations.map(({ operation }) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
  });

  it("says that each field's error has a code and a sentence", () => {
    const { errors } = document.components.schemas.Error.properties;
    expect(errors.items.required).toEqual(["field", "code", "message"]);
    expect(Object.keys(errors.items.properties)).toEqual(errors.items.required);
  });

  it("describes what apps say and hear on the live channel", () => {
    const { "x-live-channel": channel } = document as unknown as Record<
      string,
      Record<"asked" | "told", Record<string, { type: string; properties: object }>>
    >;
    expect(Object.keys(channel?.asked ?? {})).toContain("join-session");
    const { properties } = channel?.told["session-stopped"] ?? {};
    expect(Object.keys(properties ?? {})).toEqual(["session", "cdr"]);
    for (const schema of Object.values({ ...channel?.asked, ...channel?.told })) {
      expect(schema.type).toBe("object");
    }
  });

  it("describes every event that a webhook may be sent, and the schema that each event names", () => {
    const described = Object.entries(document.webhooks);
    expect(described.map(([type]) => type).toSorted()).toEqual(
      [...outwardTypes, "webhook.test"].toSorted(),
    );
    for (const [type, { post }] of described) {
      const { example } = post.requestBody.content["application/cloudevents+json"];
      expect(example.type).toBe(type);
      const [, name = ""] = example.dataschema.split("#/components/schemas/");
      expect(Object.keys(document.components.schemas)).toContain(name);
    }
  });

  it("knows of no endpoint without a permission", () => {
    for (const { endpoint } of endpointsOf(routes)) {
      expect(Object.keys(permissions)).toContain(endpoint.declaration.permission);
    }
  });
});
