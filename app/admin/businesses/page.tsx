import { Building2 } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";

import { ClientMessages } from "@/components/i18n/client-messages";
import { LiveRefresh } from "@/components/live/live-refresh";
import { PageHead } from "@/components/shell/page-head";
import { BusinessStatusBadge } from "@/components/shell/status-badges";
import { zoneName } from "@/components/station/zone-names";
import { type Column, DataTable } from "@/components/table/data-table";
import { FilterForm, SearchField } from "@/components/table/filter-form";
import { SelectFilter } from "@/components/table/select-filter";
import { readTable, textOf } from "@/components/table/table-state";
import { When } from "@/components/ui/when";
import { listBusinesses } from "@/lib/businesses";
import { businessStatus, type BusinessView, ListBusinesses } from "@/lib/businesses/schema";
import { page } from "@/lib/http/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("businesses"))("title") };
}

export default page({
  roles: ["SystemAdmin"],
  run: async (ctx, { searchParams: search }) => {
    const t = await getTranslations("businesses");
    const statuses = await getTranslations("status.business");
    const state = readTable("/admin/businesses", search, {
      sorts: ["name", "createdAt"],
      sort: "name",
    });
    const query = {
      status: businessStatus.safeParse(textOf(search, "status")).data,
      search: textOf(search, "search"),
    };
    const found = await listBusinesses(ctx, {
      ...ListBusinesses.parse({ ...query, sort: state.sort }),
      page: state.page,
      limit: state.limit,
    });
    return (
      <ClientMessages of={["table"]}>
        <LiveRefresh of={["business."]} />
        <PageHead title={t("title")} lead={t("lead")} />
        <div className="space-y-4">
          <FilterForm
            label={t("filters")}
            keep={{ sort: state.sort, hide: [...state.hidden].join(",") }}
          >
            <SearchField label={t("search")} value={query.search} />
            <SelectFilter
              name="status"
              label={t("status")}
              value={query.status}
              options={businessStatus.options.map((value) => ({ value, label: statuses(value) }))}
            />
          </FilterForm>
          <DataTable
            caption={t("title")}
            columns={await columns()}
            rows={found.items}
            total={found.total}
            state={state}
            keyOf={({ id }) => id}
            empty={{ icon: Building2, title: t("none"), text: t("noneText") }}
          />
        </div>
      </ClientMessages>
    );
  },
});

async function columns(): Promise<Column<BusinessView>[]> {
  const t = await getTranslations("businesses");
  return [
    {
      id: "name",
      title: t("name"),
      sort: "name",
      isName: true,
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
      sort: "createdAt",
      cell: ({ createdAt }) => <When at={createdAt} timeZone="UTC" />,
    },
  ];
}
