import { useTranslations } from "next-intl";
import Link from "next/link";

/** Who booked, and the way to their page, which stands in the same console as the bookings. */
export function OwnerName({
  booking: { ownerId, ownerName },
  path,
}: {
  booking: { readonly ownerId: string | null; readonly ownerName: string | null };
  /** Where bookings have their pages; whoever may read them may read who made them. */
  path: string;
}) {
  const t = useTranslations("staffBookings");
  if (ownerId === null || ownerName === null) return t("guest");
  return (
    <Link href={path.replace(/bookings$/, `owners/${ownerId}`)} className="link">
      {ownerName}
    </Link>
  );
}
