import { z } from "zod";

/** Of these the format says what their patterns say, a thousand times over: a quarter of the API's description. */
const formatted = new Set(["date-time", "uuid"]);

/** A zod schema as JSON Schema 2020-12, the dialect of OpenAPI 3.1; what has no such schema is `any`, or throws. */
export function jsonSchemaOf(
  schema: z.ZodType,
  io: "input" | "output",
  unrepresentable: "any" | "throw" = "any",
): Record<string, unknown> {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable,
    override: ({ jsonSchema }) => {
      if (formatted.has(jsonSchema.format ?? "")) delete jsonSchema.pattern;
    },
  });
  return json;
}
