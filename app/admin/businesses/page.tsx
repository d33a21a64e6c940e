import { Building2 } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";

import { BusinessStatusBadge } from "@/components/shell/status-badges";
import { zoneName } from "@/components/station/zone-name";
import type { Column } from "@/components/table/column";
import { findSearched, readSearched } from "@/components/table/read-searched";
import { SearchField } from "@/components/table/search-field";
import { ListPage } from "@/components/table/list-page";
import { EnumFilter } from "@/components/table/select-filter";
import { readFilters, readTable } from "@/components/table/table-state";
import { When } from "@/components/ui/when";
import { listBusinesses } from "@/lib/people/businesses";
import { businessStatus, type BusinessView, ListBusinesses } from "@/lib/people/businesses/schema";
import { page } from "@/lib/http/page";
import { readerZone } from "@/app/_console/reader-zone";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("businesses"))("title") };
}

export default page({
  area: "admin",
  permission: "business.read",
  run: async (ctx, { searchParams: search }) => {
    const t = await getTranslations("businesses");
    const statuses = await getTranslations("status.business");
    const state = readTable("/admin/businesses", search, {
      sorts: ["name", "createdAt"],
      sort: "name",
    });
    const query = readFilters(ListBusinesses, search, ["status", "search"]);
    const searched = readSearched(ListBusinesses, search, "search");
    const found = await findSearched(searched, () =>
      listBusinesses(ctx, {
        ...ListBusinesses.parse({ ...query, sort: state.sort }),
        page: state.page,
        limit: state.limit,
      }),
    );
    return (
      <ListPage
        words={t}
        live={["business."]}
        state={state}
        found={found}
        columns={await columns(await readerZone(ctx))}
        icon={Building2}
        filters={
          <>
            <SearchField label={t("search")} searched={searched} />
            <EnumFilter
              name="status"
              label={t("status")}
              value={query.status}
              of={businessStatus}
              words={statuses}
            />
          </>
        }
      />
    );
  },
});

async function columns(timeZone: string): Promise<Column<BusinessView>[]> {
  const t = await getTranslations("businesses");
  return [
    {
      id: "name",
      title: t("name"),
      sort: "name",
      isName: true,
      isWide: true,
      cell: ({ id, name }) => (
        <Link href={`/admin/businesses/${id}`} className="link">
          {name}
        </Link>
      ),
    },
    {
      id: "contact",
      title: t("contact"),
      cell: ({ contact }) => (
        <>
          {contact.name}
          <span className="block text-ink-soft">{contact.email}</span>
        </>
      ),
    },
    {
      id: "status",
      title: t("status"),
      cell: ({ status }) => <BusinessStatusBadge status={status} />,
    },
    { id: "zone", title: t("zone"), cell: ({ timeZone }) => zoneName(timeZone) },
    {
      id: "created",
      title: t("asked"),
      note: zoneName(timeZone),
      sort: "createdAt",
      cell: ({ createdAt }) => <When at={createdAt} timeZone={timeZone} split hideZone />,
    },
  ];
}
