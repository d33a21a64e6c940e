import { getTranslations } from "next-intl/server";
import Link from "next/link";

import { AccountButton } from "@/components/form/account-button";
import { PhoneLink } from "@/components/ui/phone-link";
import { UserStatusBadge } from "@/components/shell/status-badges";
import type { Column } from "@/components/table/column";
import { zoneName } from "@/components/station/zone-name";
import { When } from "@/components/ui/when";
import type { OwnerView } from "@/lib/people/accounts/schema";

import { deactivate, reactivate } from "./actions";

/** What the table of owners shows; strangers, who were found by what they said of themselves, have no page. */
export async function ownerColumns(
  strangers: ReadonlySet<string>,
  zone: string,
): Promise<Column<OwnerView>[]> {
  const t = await getTranslations("ownerList");
  return [
    {
      id: "name",
      title: t("name"),
      sort: "name",
      isName: true,
      isWide: true,
      cell: ({ id, name, email }) => (
        <>
          {strangers.has(id) ? (
            name
          ) : (
            <Link href={`/backoffice/owners/${id}`} className="link">
              {name}
            </Link>
          )}
          <span className="block font-normal text-ink-soft">{email}</span>
        </>
      ),
    },
    {
      id: "nic",
      title: t("nic"),
      cell: ({ nic }) => <span className="tabular">{nic ?? "–"}</span>,
    },
    {
      id: "phone",
      title: t("phone"),
      cell: ({ phone }) => <PhoneLink phone={phone} />,
    },
    {
      id: "plate",
      title: t("plate"),
      cell: ({ vehiclePlate }) => <span className="whitespace-nowrap">{vehiclePlate ?? "–"}</span>,
    },
    { id: "status", title: t("status"), cell: ({ status }) => <UserStatusBadge status={status} /> },
    {
      id: "created",
      title: t("created"),
      note: zoneName(zone),
      sort: "createdAt",
      cell: ({ createdAt }) => <When at={createdAt} timeZone={zone} split hideZone />,
    },
    {
      id: "bookings",
      title: t("bookings"),
      cell: ({ id, name }) =>
        !strangers.has(id) && (
          <Link
            href={`/backoffice/bookings?ownerId=${id}`}
            className="link"
            aria-label={t("showBookings", { name })}
          >
            {t("bookings")}
          </Link>
        ),
    },
    {
      id: "actions",
      title: t("deeds"),
      isActions: true,
      cell: (owner) => (
        <AccountButton
          account={owner}
          input={{ nic: owner.nic ?? owner.id }}
          actions={{ deactivate, reactivate }}
          words={t}
          mustSayWhy
        />
      ),
    },
  ];
}
