/** Which page of a list is asked for: `page` from 1, `limit` 1–100 (api.md, Success). */
export interface PageQuery {
  readonly page: number;
  readonly limit: number;
}

/** One page of a list and how many there are in all. */
export interface Page<T> {
  readonly items: T[];
  readonly total: number;
}

/** Rows to skip before the page begins. */
export function pageOffset(query: PageQuery): number {
  return (query.page - 1) * query.limit;
}
