import * as fc from "fast-check";
import { z } from "zod";

import type { AnyDeclaration, Example } from "@/lib/http/declaration";

/** One request, as it is drawn. */
export interface Drawn {
  readonly params: Readonly<Record<string, string>>;
  readonly query: readonly (readonly [string, string])[];
  /** JSON, or a text that is sent as it is; undefined for none. */
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

const id = "0198a000-0000-7000-8000-00000000000a";
const deep = JSON.parse(`${'{"a":'.repeat(200)}1${"}".repeat(200)}`) as unknown;

/** What went wrong somewhere before, and its kin. */
const texts = [
  "",
  " ",
  "x",
  "\0",
  "a\0b",
  "\ud83d",
  "\udc00x",
  "\u200b",
  "\u202e",
  "e\u0301",
  "👨‍👩‍👧‍👦",
  "'",
  '"',
  "%",
  "_",
  "\\",
  "--",
  "<b>",
  "=1+1",
  "0",
  "-1",
  "1e3",
  "1e400",
  "NaN",
  "Infinity",
  "0x10",
  "9007199254740993",
  "true",
  "null",
  "{}",
  "[]",
  id,
  id.toUpperCase(),
  "00000000-0000-0000-0000-000000000000",
  "0000-01-01",
  "9999-12-31",
  "2026-02-30",
  "2026-06-01T12:00:00Z",
  "0000-01-01T00:00:00Z",
  "9999-12-31T23:59:59-14:00",
  "275760-09-13T00:00:00Z",
  "24:00",
  "US/Pacific-New",
  "Mars/Olympus",
  "+94 (0)77 123 4567",
  "0,0",
  "91,181",
  "180,-90,-180,90",
  "a@b.cc",
  "x".repeat(5_000),
  `a${"\u0301".repeat(5_000)}`,
  "__proto__",
  "constructor",
  "*/*;q=x",
  "/../..",
];
const values: readonly unknown[] = [
  ...texts,
  null,
  true,
  false,
  0,
  -0,
  -1,
  0.1,
  1e21,
  1e308,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  [],
  [null],
  [[]],
  {},
  deep,
  { length: { toString: 1 } },
  { length: 5 },
  { toString: 1, valueOf: 1 },
  JSON.parse('{"__proto__":{"x":1}}'),
  Array.from({ length: 2_000 }, () => 1),
];

const text = fc.oneof(fc.constantFrom(...texts), fc.string({ unit: "binary", maxLength: 60 }));
const value = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...values) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<unknown> },
);

/** The names of an object's fields, as far as its schema says them. */
function namesOf(schema: z.ZodType | undefined): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodPipe) return namesOf(schema.in as z.ZodType);
  if (schema instanceof z.ZodUnion)
    return schema.options.flatMap((one) => namesOf(one as z.ZodType));
  return [];
}

type Change = readonly [path: readonly string[], value: unknown];

/** Every place of a value: each field and entry at every depth. */
function placesOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([name, inner]) => placesOf(inner, [...path, name])),
  ];
}

function changed(base: unknown, [path, value]: Change): unknown {
  const [name, ...rest] = path;
  if (name === undefined) return value;
  const inside = typeof base === "object" && base !== null ? base : {};
  const inner = changed((inside as Record<string, unknown>)[name], [rest, value]);
  if (Array.isArray(inside))
    return inside.map((one: unknown, at) => (String(at) === name ? inner : one));
  return Object.fromEntries([
    ...Object.entries(inside).filter(([own]) => own !== name),
    [name, inner],
  ]);
}

/** Bodies: the example with one to three places changed, seldom something else altogether. */
function bodies(declared: AnyDeclaration, example: Example | undefined): fc.Arbitrary<unknown> {
  if (declared.upload)
    return fc.oneof(
      text,
      fc.constantFrom("[{}]", "[[]]", '{"data":[null]}', "ID\n1\n", "\ufeff", '"'),
    );
  if (!declared.body) return fc.constant(undefined);
  const base: unknown = example?.body ?? {};
  const names = namesOf(declared.body).map((name) => [name]);
  const place = fc.constantFrom([], ["zzUnknown"], ["length"], ...names, ...placesOf(base));
  const changes = fc.array(fc.tuple(place, value), { minLength: 1, maxLength: 3 });
  return fc.oneof(
    { weight: 9, arbitrary: changes.map((all) => all.reduce<unknown>(changed, base)) },
    {
      weight: 1,
      arbitrary: fc.oneof(text, fc.constantFrom("{", '{"a":1,"a":2}', "[".repeat(9_999))),
    },
  );
}

const headers = fc.dictionary(
  fc.constantFrom(
    "idempotency-key",
    "accept-language",
    "baybook-contract",
    "content-type",
    "x-request-id",
    "if-none-match",
  ),
  fc
    .oneof(
      fc.constantFrom("x", "snake", "ev-cms", "baybook", "application/json", "de-DE;q=2", "*"),
      fc.string({ maxLength: 20 }),
    )
    .filter((said) => /^[\x20-\x7e]*$/.test(said)),
  { maxKeys: 2 },
);

/** So many requests for the endpoint, the same ones for the same seed. */
export function draw(
  declared: AnyDeclaration,
  {
    params,
    example,
    seed,
    count,
  }: {
    readonly params: Readonly<Record<string, string>>;
    readonly example: Example | undefined;
    readonly seed: number;
    readonly count: number;
  },
): readonly Drawn[] {
  const names = [
    ...namesOf(declared.query),
    ...(declared.paged ? ["page", "limit"] : []),
    "zzUnknown",
  ];
  const given = Object.entries(example?.query ?? {});
  const odd = fc.array(fc.tuple(fc.constantFrom(...names), text), { maxLength: 3 });
  const request = fc.record({
    params: fc
      .tuple(
        ...Object.entries(params).map(([name, own]) =>
          fc
            .oneof({ weight: 5, arbitrary: fc.constant(own) }, { weight: 1, arbitrary: text })
            .map((said) => [name, said] as const),
        ),
      )
      .map((all) => Object.fromEntries(all)),
    query: odd.map((all) => [
      ...given.filter(([name]) => !all.some(([one]) => one === name)),
      ...all,
    ]),
    body: bodies(declared, example),
    headers,
  });
  return fc.sample(request, { seed, numRuns: count });
}
