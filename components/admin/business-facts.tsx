import { useTranslations } from "next-intl";

import type { BusinessView } from "@/lib/people/businesses/schema";

import { zoneName } from "../station/zone-name";
import { Facts } from "../ui/facts";
import { PhoneLink } from "../ui/phone-link";
import { When } from "../ui/when";

/** Who asks for an account, or has one, and where the bills go. */
export function BusinessFacts({
  business,
  readerZone,
  inTwo,
}: {
  business: BusinessView;
  /** By whose clock it is read. */
  readerZone: string;
  inTwo?: boolean;
}) {
  const t = useTranslations("requests");
  const { contact, billing, timeZone, createdAt, decidedAt, rejectionReason } = business;
  const rows = [
    { name: t("contact"), value: contact.name },
    {
      name: t("email"),
      value: (
        <a href={`mailto:${contact.email}`} className="link">
          {contact.email}
        </a>
      ),
    },
    {
      name: t("phone"),
      value: <PhoneLink phone={contact.phone} />,
    },
    { name: t("billing"), value: billing.address ?? "–" },
    { name: t("taxId"), value: billing.taxId ?? "–" },
    { name: t("zone"), value: zoneName(timeZone) },
    { name: t("asked"), value: <When at={createdAt} timeZone={readerZone} /> },
    ...(decidedAt
      ? [{ name: t("decided"), value: <When at={decidedAt} timeZone={readerZone} /> }]
      : []),
    ...(rejectionReason ? [{ name: t("why"), value: rejectionReason }] : []),
  ];
  return <Facts rows={rows} inTwo={inTwo} />;
}
