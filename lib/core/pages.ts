/** Which page of a list is asked for: `page` from 1, `limit` 1–100 (api.md, Success). */
export interface PageQuery {
  readonly page: number;
  readonly limit: number;
}

/** Up to so many the API says how many a list has; of more, that there are more (api.md, Success). */
export const mostCounted = 10_000;

/** One page of a list and how many there are in all. */
export interface Page<T> {
  readonly items: T[];
  /** Exact up to `mostCounted`. Above that a list may have stopped counting: then there are at least so many. */
  readonly total: number;
  /** Numbers of the whole list that stand beside it. */
  readonly beside?: Readonly<Record<string, number>>;
}

/** Rows to skip before the page begins. */
export function pageOffset(query: PageQuery): number {
  return (query.page - 1) * query.limit;
}

/** Reads a list to its end, so many rows at a time; for what has to be shown or chosen from whole. */
export async function everyPage<Item>(
  read: (query: PageQuery) => Promise<Page<Item>>,
  limit = 100,
): Promise<Item[]> {
  const items: Item[] = [];
  for (let page = 1; ; page += 1) {
    const found = await read({ page, limit });
    items.push(...found.items);
    if (found.items.length === 0 || items.length >= found.total) return items;
  }
}
