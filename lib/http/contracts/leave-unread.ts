import { z } from "zod";

import type { Fields } from "./projection";

/**
 * What of a value its schema reads, at any depth: fields that an object's schema has not are left out, and named in
 * `ignored` by their path without positions (`connectors.images`). Those in `kept` stay, for the schema to refuse.
 */
export function leaveUnread(
  schema: z.ZodType,
  value: unknown,
  ignored: Set<string>,
  kept: readonly string[] = [],
  path = "",
): unknown {
  if (Array.isArray(value)) {
    const item = itemOf(schema);
    return item ? value.map((one) => leaveUnread(item, one, ignored, kept, path)) : value;
  }
  const shape = typeof value === "object" && value !== null ? shapeOf(schema) : null;
  if (!shape) return value;
  const read: Record<string, unknown> = {};
  for (const [name, inner] of Object.entries(value as Fields)) {
    const at = path ? `${path}.${name}` : name;
    const field = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (field) read[name] = leaveUnread(field, inner, ignored, kept, at);
    else if (kept.includes(at)) read[name] = inner;
    else ignored.add(at);
  }
  return read;
}

/** The schemas of which one reads a value, without what is wrapped around them. */
function innermost(schema: z.ZodType): readonly z.ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return innermost(schema.unwrap() as z.ZodType);
  }
  if (schema instanceof z.ZodDefault) return innermost(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodPipe) {
    const { in: before, out: after } = schema;
    return innermost((before instanceof z.ZodTransform ? after : before) as z.ZodType);
  }
  if (schema instanceof z.ZodUnion) {
    return schema.options.flatMap((option) => innermost(option as z.ZodType));
  }
  return [schema];
}

function itemOf(schema: z.ZodType): z.ZodType | undefined {
  const list = innermost(schema).find((one) => one instanceof z.ZodArray);
  return list?.element as z.ZodType | undefined;
}

/** The fields of an object's schema, of one of several objects those of all; null where it is of no object, or of any. */
function shapeOf(schema: z.ZodType): Readonly<Record<string, z.ZodType>> | null {
  const objects = innermost(schema).filter((one) => one instanceof z.ZodObject);
  return objects.length === 0 ? null : Object.assign({}, ...objects.map(({ shape }) => shape));
}
