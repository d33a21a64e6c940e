import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";

import type { BookingView } from "@/lib/charging/bookings/schema";

import { Badge, type Tone } from "../ui/badge";

const tones: Readonly<Record<BookingView["status"], Tone>> = {
  Pending: "warning",
  Approved: "success",
  InProgress: "accent",
  Completed: "neutral",
  Rejected: "neutral",
  NoShow: "danger",
  CanceledByOwner: "neutral",
  CanceledByBackoffice: "neutral",
  CanceledByOperator: "neutral",
};

/** How a booking stands, and whether it needs a decision. */
export function BookingStatusBadge({
  booking,
}: {
  booking: Pick<BookingView, "status" | "conflict">;
}) {
  const t = useTranslations("staffBookings");
  return (
    <span className="inline-flex flex-wrap gap-1">
      <Badge tone={tones[booking.status]}>{t(`statuses.${booking.status}`)}</Badge>
      {booking.conflict && (
        <Badge tone="danger">
          <TriangleAlert aria-hidden />
          {t("conflict")}
        </Badge>
      )}
    </span>
  );
}
