import { RotateCcw, UserX } from "lucide-react";
import { getTranslations } from "next-intl/server";
import Link from "next/link";

import { Deed } from "@/components/form/deed";
import { UserStatusBadge } from "@/components/shell/status-badges";
import type { Column } from "@/components/table/data-table";
import { When } from "@/components/ui/when";
import type { OwnerView } from "@/lib/accounts/schema";

import { deactivate, reactivate } from "./actions";

/** What the table of owners shows. */
export async function ownerColumns(): Promise<Column<OwnerView>[]> {
  const t = await getTranslations("ownerList");
  return [
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
    {
      id: "nic",
      title: t("nic"),
      cell: ({ nic }) => <span className="tabular">{nic}</span>,
    },
    { id: "phone", title: t("phone"), cell: ({ phone }) => phone ?? "–" },
    { id: "plate", title: t("plate"), cell: ({ vehiclePlate }) => vehiclePlate ?? "–" },
    { id: "status", title: t("status"), cell: ({ status }) => <UserStatusBadge status={status} /> },
    {
      id: "created",
      title: t("created"),
      sort: "createdAt",
      cell: ({ createdAt }) => <When at={createdAt} timeZone="UTC" />,
    },
    {
      id: "bookings",
      title: t("bookings"),
      cell: ({ nic, name }) => (
        <Link
          href={`/backoffice/bookings?search=${encodeURIComponent(nic)}`}
          className="link"
          aria-label={t("showBookings", { name })}
        >
          {t("bookings")}
        </Link>
      ),
    },
    {
      id: "deeds",
      title: t("deeds"),
      isDeeds: true,
      cell: (owner) => <OwnerDeed owner={owner} />,
    },
  ];
}

async function OwnerDeed({ owner: { nic, name, status } }: { owner: OwnerView }) {
  const t = await getTranslations("ownerList");
  const isActive = status === "Active";
  if (status === "Blocked") return null;
  return (
    <Deed
      action={isActive ? deactivate : reactivate}
      input={{ nic }}
      label={t(isActive ? "deactivate" : "reactivate", { name })}
      hideLabel
      short={t(isActive ? "deactivateConfirm" : "reactivateConfirm")}
      icon={isActive ? <UserX aria-hidden /> : <RotateCcw aria-hidden />}
      look="quiet"
      size="icon-sm"
      done={t(isActive ? "deactivated" : "reactivated", { name })}
      ask={{
        title: t(isActive ? "deactivateTitle" : "reactivateTitle", { name }),
        text: t(isActive ? "deactivateText" : "reactivateText"),
        confirm: t(isActive ? "deactivateConfirm" : "reactivateConfirm"),
        reason: isActive ? "required" : "optional",
      }}
    />
  );
}
