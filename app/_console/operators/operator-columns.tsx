import { getTranslations } from "next-intl/server";
import Link from "next/link";

import type { BusinessChoice } from "@/app/_console/businesses/all-businesses";
import { AccountButton } from "@/components/form/account-button";
import { PhoneLink } from "@/components/ui/phone-link";
import { UserStatusBadge } from "@/components/shell/status-badges";
import { businessColumn } from "@/components/admin/business-column";
import type { Column } from "@/components/table/column";
import { zoneName } from "@/components/station/zone-name";
import { When } from "@/components/ui/when";
import type { OperatorView } from "@/lib/people/accounts/schema";

import { deactivate, reactivate } from "./actions";

/** Station names that a row shows before it counts the rest. */
const named = 2;

/** What the table of operators shows: the stations by their names, and for an admin the business. */
export async function operatorColumns(
  path: string,
  names: ReadonlyMap<string, string>,
  zone: string,
  businesses?: readonly BusinessChoice[],
): Promise<Column<OperatorView>[]> {
  const t = await getTranslations("operators");
  const words = (ids: readonly string[]) => {
    const known = ids.map((id) => names.get(id) ?? "").filter(Boolean);
    const more = known.length - named;
    const first = known.slice(0, named).join(", ");
    return more > 0 ? t("andMore", { first, more }) : first || t("noStations");
  };
  return [
    {
      id: "name",
      title: t("name"),
      sort: "name",
      isName: true,
      isWide: true,
      cell: ({ id, name, email }) => (
        <>
          <Link href={`${path}/${id}`} className="link">
            {name}
          </Link>
          <span className="block font-normal text-ink-soft">{email}</span>
        </>
      ),
    },
    ...(businesses ? [businessColumn<OperatorView>(t("business"), businesses)] : []),
    {
      id: "stations",
      title: t("stations"),
      isWide: true,
      cell: ({ stationIds }) => words(stationIds),
    },
    { id: "status", title: t("status"), cell: ({ status }) => <UserStatusBadge status={status} /> },
    {
      id: "phone",
      title: t("phone"),
      cell: ({ phone }) => <PhoneLink phone={phone} />,
    },
    {
      id: "login",
      title: t("lastLogin"),
      note: zoneName(zone),
      cell: ({ lastLoginAt }) =>
        lastLoginAt ? <When at={lastLoginAt} timeZone={zone} split hideZone /> : t("never"),
    },
    {
      id: "actions",
      title: t("deeds"),
      isActions: true,
      cell: (operator) => (
        <AccountButton
          account={operator}
          input={{ id: operator.id }}
          actions={{ deactivate, reactivate }}
          words={t}
        />
      ),
    },
  ];
}
