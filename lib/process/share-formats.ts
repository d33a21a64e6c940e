import { remember } from "@/lib/core/remember";

type Maker = new (locales?: unknown, options?: unknown) => object;

/** How many of each kind are kept: languages and zones times the ways in which pages say times and amounts. */
const most = 500;

/**
 * Lets all that is rendered in this process share the formats of Intl. Making one costs as much as saying a hundred
 * values, and next-intl makes its own for each page and once more for its HTML; none of them ever changes.
 */
export function shareFormats(): void {
  const intl = Intl as unknown as Record<string, Maker>;
  for (const kind of ["DateTimeFormat", "NumberFormat", "PluralRules"]) {
    const maker = intl[kind];
    if (maker) intl[kind] = sharing(maker);
  }
}

/** The same maker, of which `new` answers what was made before for the same language and options. */
export function sharing<M extends Maker>(maker: M): M {
  const made = remember((asked) => new maker(...(JSON.parse(asked) as [])), most);
  const shared: M = new Proxy(maker, {
    construct(target, given: unknown[], asked) {
      const [locales, options] = given;
      const isPlain = typeof locales === "string" && asked === shared;
      return isPlain
        ? made(JSON.stringify([locales, options === undefined ? {} : options]))
        : Reflect.construct(target, given, asked);
    },
  });
  return shared;
}
