import { z } from "zod";

import { isBlank } from "@/lib/core/text";

declare const fields: unique symbol;

/**
 * A form that is to bring `Fields`, as text, under their names. Any FormData may be handed in its place, as
 * browsers send what they like; the name says what the receiver reads, and that two sides mean the same.
 */
export type FormOf<Fields> = FormData & { readonly [fields]?: Fields };

/** A schema without what is wrapped around it: the values it takes, and what it takes for no value. */
interface Reading {
  readonly kinds: readonly z.core.$ZodTypes[];
  readonly isOptional: boolean;
  readonly isNullable: boolean;
}

/**
 * What a form says, as the object that the schema of its use case takes; the schema is still to judge it.
 *
 * - `contact.email` nests, and so does a record of an enumeration's names, each of which may be left out; an optional
 *   object of which nothing is said is left out, and one that may be null is null where all its fields are blank.
 * - Blank text is null where the schema takes null, left out where it may be, and else kept, so that its rule
 *   speaks. A field that the form has not is left out: it changes nothing.
 * - A number may stand between spaces; text that is none is kept, so that its rule speaks. Blank is no number.
 * - A box is true where it is ticked. Browsers send nothing for one that is not: false where the schema asks for a
 *   value; an optional one needs a hidden field of its name before it that says `false`.
 * - A list takes its field several times, or once with commas between; a hidden blank field says that it is empty.
 * - A list of objects takes theirs by number: `connectors.0.count`, from 0 on without a gap.
 * - Fields that the schema has not are left out: a form holds controls of the page too, and what the framework adds.
 */
export function formBody(schema: z.core.$ZodType, form: FormData): Record<string, unknown> {
  const shape = shapeOf(readingOf(schema));
  if (!shape) throw new TypeError("A form is read by the schema of an object.");
  return objectOf(shape, form, "");
}

type Shape = Readonly<Record<string, z.core.$ZodType>>;

function objectOf(shape: Shape, form: FormData, prefix: string): Record<string, unknown> {
  const said = Object.entries(shape).flatMap(([name, schema]) => {
    const value = valueOf(schema, form, prefix + name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(said);
}

function valueOf(schema: z.core.$ZodType, form: FormData, path: string): unknown {
  const reading = readingOf(schema);
  const shape = shapeOf(reading);
  if (shape) {
    const object = objectOf(shape, form, `${path}.`);
    if (reading.isNullable && isBlankAt(form, `${path}.`)) return null;
    return reading.isOptional && Object.keys(object).length === 0 ? undefined : object;
  }
  const texts = form.getAll(path).filter((value) => typeof value === "string");
  const item = itemOf(reading);
  if (item && texts.length > 0) return listOf(item, texts);
  const entry = entryOf(reading);
  if (entry && isNamedAt(form, `${path}.0.`)) return entriesOf(entry, form, path);
  const text = texts.at(-1);
  if (text === undefined) return takes(reading, "boolean") && !reading.isOptional ? false : text;
  return isBlank(text) ? blankOf(reading, text) : scalarOf(reading, text);
}

/** Whether the form has fields there, and nothing is typed into any of them. */
function isBlankAt(form: FormData, prefix: string): boolean {
  const texts = [...form].flatMap(([name, value]) => (name.startsWith(prefix) ? [value] : []));
  return texts.length > 0 && texts.every((text) => typeof text === "string" && isBlank(text));
}

const isNamedAt = (form: FormData, prefix: string) =>
  [...form.keys()].some((name) => name.startsWith(prefix));

/** More than a list of objects in a form of ours has. */
const mostEntries = 101;

/** The objects of a list, as many as follow one another. */
function entriesOf(entry: Shape, form: FormData, path: string): unknown[] {
  const entries: unknown[] = [];
  while (entries.length < mostEntries && isNamedAt(form, `${path}.${entries.length}.`)) {
    entries.push(objectOf(entry, form, `${path}.${entries.length}.`));
  }
  return entries;
}

/** More than any list of ours takes, so that its own rule speaks; what is beyond is not even parted. */
const mostItems = 1_001;

function listOf(item: Reading, texts: readonly string[]): unknown[] {
  return texts
    .flatMap((text) => text.split(",", mostItems))
    .filter((text) => !isBlank(text))
    .map((text) => scalarOf(item, text.trim()));
}

function blankOf(reading: Reading, text: string): string | boolean | null | undefined {
  if (reading.isNullable) return null;
  if (reading.isOptional) return undefined;
  if (takes(reading, "boolean")) return false;
  return takes(reading, "number") ? undefined : text;
}

/** As people type one; `0x10` and `1e3` are slips. */
const plainNumber = /^[+-]?(\d+\.?\d*|\.\d+)$/;

function scalarOf(reading: Reading, text: string): unknown {
  const trimmed = text.trim();
  const literals = reading.kinds.flatMap(({ _zod: { def } }) =>
    def.type === "literal" ? def.values : [],
  );
  const literal = literals.find((value) => typeof value !== "string" && String(value) === trimmed);
  if (literal !== undefined) return literal;
  if (takes(reading, "string")) return text;
  if (takes(reading, "boolean") && /^(on|true)$/.test(trimmed)) return true;
  if (takes(reading, "boolean") && /^(off|false)$/.test(trimmed)) return false;
  return takes(reading, "number") && plainNumber.test(trimmed) ? Number(trimmed) : text;
}

const takes = ({ kinds }: Reading, type: z.core.$ZodTypeDef["type"]) =>
  kinds.some(({ _zod: { def } }) => def.type === type);

/** The fields of an object, or of a record by its names; of one of several objects, those of all of them. */
function shapeOf({ kinds }: Reading): Shape | undefined {
  const shapes = kinds.flatMap(({ _zod: { def } }) => {
    if (def.type === "object") return [def.shape];
    return def.type === "record" ? namedShape(def) : [];
  });
  return shapes.length === 0 ? undefined : Object.assign({}, ...shapes.toReversed());
}

function namedShape({ keyType, valueType }: z.core.$ZodRecordDef): Shape[] {
  const { def } = (keyType as z.core.$ZodTypes)._zod;
  if (def.type !== "enum") return [];
  const value = z.optional(valueType);
  return [Object.fromEntries(Object.values(def.entries).map((name) => [String(name), value]))];
}

const listItems = ({ kinds }: Reading): Reading[] =>
  kinds.flatMap(({ _zod: { def } }) => (def.type === "array" ? [readingOf(def.element)] : []));

/** How the items of a list are read, where it is one of plain values. */
const itemOf = (reading: Reading) => listItems(reading).find((item) => !shapeOf(item));

/** The fields of a list's items, where it is one of objects. */
const entryOf = (reading: Reading) => listItems(reading).map(shapeOf).find(Boolean);

function readingOf(schema: z.core.$ZodType): Reading {
  const known = schema as z.core.$ZodTypes;
  const { def } = known._zod;
  switch (def.type) {
    case "optional":
    case "default":
    case "prefault":
      return { ...readingOf(def.innerType), isOptional: true };
    case "nonoptional":
      return { ...readingOf(def.innerType), isOptional: false };
    case "nullable":
      return { ...readingOf(def.innerType), isNullable: true };
    case "readonly":
    case "catch":
      return readingOf(def.innerType);
    case "pipe":
      return readingOf(def.in);
    case "lazy":
      return readingOf(def.getter());
    case "union":
      return together(def.options.map(readingOf));
    case "intersection":
      return together([def.left, def.right].map(readingOf));
    case "undefined":
      return { kinds: [], isOptional: true, isNullable: false };
    case "null":
      return { kinds: [], isOptional: false, isNullable: true };
    default:
      return { kinds: [known], isOptional: false, isNullable: false };
  }
}

function together(readings: readonly Reading[]): Reading {
  return {
    kinds: readings.flatMap(({ kinds }) => kinds),
    isOptional: readings.some(({ isOptional }) => isOptional),
    isNullable: readings.some(({ isNullable }) => isNullable),
  };
}
