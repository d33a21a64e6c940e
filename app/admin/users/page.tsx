import { Users } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";

import { businessColumn } from "@/components/admin/business-column";
import { PhoneLink } from "@/components/ui/phone-link";
import { UserStatusBadge } from "@/components/shell/status-badges";
import type { Column } from "@/components/table/column";
import { findSearched, readSearched } from "@/components/table/read-searched";
import { SearchField } from "@/components/table/search-field";
import { ListPage } from "@/components/table/list-page";
import { EnumFilter, namedOptions, SelectFilter } from "@/components/table/select-filter";
import { readFilters, readTable } from "@/components/table/table-state";
import { zoneName } from "@/components/station/zone-name";
import { When } from "@/components/ui/when";
import { listUsers } from "@/lib/people/accounts";
import { ListUsers, role, userStatus, type UserView } from "@/lib/people/accounts/schema";
import { page } from "@/lib/http/page";

import { allBusinesses } from "@/app/_console/businesses/all-businesses";
import { UserButtons } from "./user-buttons";
import { readerZone } from "@/app/_console/reader-zone";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("shell.nav"))("users") };
}

export default page({
  area: "admin",
  permission: "user.read",
  run: async (ctx, { searchParams: search }) => {
    const t = await getTranslations("users");
    const roles = await getTranslations("shell.roles");
    const statuses = await getTranslations("status.user");
    const state = readTable("/admin/users", search, {
      sorts: ["name", "createdAt"],
      sort: "-createdAt",
    });
    const query = readFilters(ListUsers, search, ["role", "status", "businessId", "search"]);
    const businesses = await allBusinesses(ctx);
    const timeZone = await readerZone(ctx);
    const searched = readSearched(ListUsers, search, "search");
    const found = await findSearched(searched, () =>
      listUsers(ctx, {
        ...ListUsers.parse({ ...query, sort: state.sort }),
        page: state.page,
        limit: state.limit,
      }),
    );
    const columns: Column<UserView>[] = [
      {
        id: "name",
        title: t("name"),
        sort: "name",
        isName: true,
        isWide: true,
        cell: ({ id, name, email, role }) => (
          <>
            {role === "EvOwner" ? (
              <Link href={`/admin/owners/${id}`} className="link">
                {name}
              </Link>
            ) : (
              name
            )}
            <span className="block font-normal text-ink-soft">{email}</span>
          </>
        ),
      },
      businessColumn<UserView>(t("business"), businesses),
      { id: "role", title: t("role"), cell: (user) => roles(user.role) },
      {
        id: "status",
        title: t("status"),
        cell: ({ status }) => <UserStatusBadge status={status} />,
      },
      {
        id: "phone",
        title: t("phone"),
        cell: ({ phone }) => <PhoneLink phone={phone} />,
      },
      {
        id: "login",
        title: t("lastLogin"),
        note: zoneName(timeZone),
        cell: ({ lastLoginAt }) =>
          lastLoginAt ? <When at={lastLoginAt} timeZone={timeZone} split hideZone /> : t("never"),
      },
      {
        id: "created",
        title: t("created"),
        note: zoneName(timeZone),
        sort: "createdAt",
        cell: ({ createdAt }) => <When at={createdAt} timeZone={timeZone} split hideZone />,
      },
      {
        id: "actions",
        title: t("deeds"),
        isActions: true,
        cell: (user) => <UserButtons user={user} />,
      },
    ];
    return (
      <ListPage
        words={t}
        live={["user.", "owner."]}
        state={state}
        found={found}
        columns={columns}
        icon={Users}
        filters={
          <>
            <SearchField label={t("search")} searched={searched} />
            <SelectFilter
              name="businessId"
              label={t("business")}
              value={query.businessId}
              options={namedOptions(businesses)}
            />
            <EnumFilter name="role" label={t("role")} value={query.role} of={role} words={roles} />
            <EnumFilter
              name="status"
              label={t("status")}
              value={query.status}
              of={userStatus}
              words={statuses}
            />
          </>
        }
      />
    );
  },
});
