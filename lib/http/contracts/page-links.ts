interface Paging {
  readonly page: number;
  readonly totalPages: number;
  readonly hasNext: boolean;
  /** Whether there are more pages than were counted: then nobody knows the last. */
  readonly isCapped: boolean;
}

/**
 * Where the other pages of a list are, for the header `Link` (RFC 8288) of a list that answers no pagination; null
 * where this page is all there is. Paths alone: which address leads here is the client's to know.
 */
export function pageLinks(
  request: Request,
  { page, totalPages, hasNext, isCapped }: Paging,
): string | null {
  const before = isCapped ? page - 1 : Math.min(page - 1, Math.max(totalPages, 1));
  const pages = {
    first: totalPages > 1 ? 1 : null,
    prev: page > 1 ? before : null,
    next: hasNext ? page + 1 : null,
    last: totalPages > 1 && !isCapped ? totalPages : null,
  };
  const links = Object.entries(pages).flatMap(([rel, number]) => {
    if (number === null) return [];
    const { pathname, searchParams } = new URL(request.url);
    searchParams.set("page", String(number));
    return [`<${pathname}?${searchParams}>; rel="${rel}"`];
  });
  return links.length > 0 ? links.join(", ") : null;
}
