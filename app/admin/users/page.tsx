import { Users } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/i18n/client-messages";
import { LiveRefresh } from "@/components/live/live-refresh";
import { PageHead } from "@/components/shell/page-head";
import { UserStatusBadge } from "@/components/shell/status-badges";
import { type Column, DataTable } from "@/components/table/data-table";
import { FilterForm, SearchField } from "@/components/table/filter-form";
import { SelectFilter } from "@/components/table/select-filter";
import { readTable, textOf } from "@/components/table/table-state";
import { When } from "@/components/ui/when";
import { listUsers } from "@/lib/accounts";
import { ListUsers, role, userStatus, type UserView } from "@/lib/accounts/schema";
import { page } from "@/lib/http/page";

import { UserDeeds } from "./user-deeds";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell.nav"))("users") };
}

export default page({
  roles: ["SystemAdmin"],
  run: async (ctx, { searchParams: search }) => {
    const t = await getTranslations("users");
    const roles = await getTranslations("shell.roles");
    const statuses = await getTranslations("status.user");
    const state = readTable("/admin/users", search, {
      sorts: ["name", "createdAt"],
      sort: "-createdAt",
    });
    const query = {
      role: role.safeParse(textOf(search, "role")).data,
      status: userStatus.safeParse(textOf(search, "status")).data,
      search: textOf(search, "search"),
    };
    const found = await listUsers(ctx, {
      ...ListUsers.parse({ ...query, sort: state.sort }),
      page: state.page,
      limit: state.limit,
    });
    const columns: Column<UserView>[] = [
      {
        id: "name",
        title: t("name"),
        sort: "name",
        isName: true,
        cell: ({ name, email }) => (
          <>
            {name}
            <span className="block font-normal text-ink-soft">{email}</span>
          </>
        ),
      },
      { id: "role", title: t("role"), cell: (user) => roles(user.role) },
      {
        id: "status",
        title: t("status"),
        cell: ({ status }) => <UserStatusBadge status={status} />,
      },
      { id: "phone", title: t("phone"), cell: ({ phone }) => phone ?? "–" },
      {
        id: "login",
        title: t("lastLogin"),
        cell: ({ lastLoginAt }) =>
          lastLoginAt ? <When at={lastLoginAt} timeZone="UTC" /> : t("never"),
      },
      {
        id: "created",
        title: t("created"),
        sort: "createdAt",
        cell: ({ createdAt }) => <When at={createdAt} timeZone="UTC" />,
      },
      { id: "deeds", title: t("deeds"), isDeeds: true, cell: (user) => <UserDeeds user={user} /> },
    ];
    return (
      <ClientMessages of={["table"]}>
        <LiveRefresh of={["user.", "owner."]} />
        <PageHead title={t("title")} lead={t("lead")} />
        <div className="space-y-4">
          <FilterForm
            label={t("filters")}
            keep={{ sort: state.sort, hide: [...state.hidden].join(",") }}
          >
            <SearchField label={t("search")} value={query.search} />
            <SelectFilter
              name="role"
              label={t("role")}
              value={query.role}
              options={role.options.map((value) => ({ value, label: roles(value) }))}
            />
            <SelectFilter
              name="status"
              label={t("status")}
              value={query.status}
              options={userStatus.options.map((value) => ({ value, label: statuses(value) }))}
            />
          </FilterForm>
          <DataTable
            caption={t("title")}
            columns={columns}
            rows={found.items}
            total={found.total}
            state={state}
            keyOf={({ id }) => id}
            empty={{ icon: Users, title: t("none"), text: t("noneText") }}
          />
        </div>
      </ClientMessages>
    );
  },
});
