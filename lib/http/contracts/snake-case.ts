const toSnake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const toCamel = (name: string) =>
  name.replaceAll(/(?<=[a-z0-9])_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** The value with the fields of every object in snake_case; names that are ids or words of people stay. */
export const inSnakeCase = (value: unknown): unknown => renamed(value, toSnake);

/** The value with the fields of every object in camelCase, whichever they had (kiosks.md, API). */
export const inCamelCase = (value: unknown): unknown => renamed(value, toCamel);

function renamed(value: unknown, rename: (name: string) => string): unknown {
  if (Array.isArray(value)) return value.map((inner) => renamed(inner, rename));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      isName(name) ? rename(name) : name,
      renamed(inner, rename),
    ]),
  );
}

/** Whether it is a field's name, and not an id or a day by which something is kept. */
const isName = (text: string) => /^[A-Za-z][A-Za-z0-9_]*$/.test(text);
