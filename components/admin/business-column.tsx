import Link from "next/link";

import type { Column } from "../table/column";

/** Whose a row is, for an admin's tables; a dash where it is nobody's. */
export function businessColumn<Row extends { readonly businessId: string | null }>(
  title: string,
  businesses: readonly { readonly id: string; readonly name: string }[],
): Column<Row> {
  const names = new Map(businesses.map(({ id, name }) => [id, name]));
  return {
    id: "business",
    title,
    isWide: true,
    cell: ({ businessId }) =>
      businessId === null ? (
        "–"
      ) : (
        <Link href={`/admin/businesses/${businessId}`} className="link">
          {names.get(businessId)}
        </Link>
      ),
  };
}
