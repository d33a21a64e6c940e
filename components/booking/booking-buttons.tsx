import { Ban, Check, X } from "lucide-react";
import { useTranslations } from "next-intl";

import type { FieldsAction } from "@/lib/http/action";
import type { BookingView, RejectBooking } from "@/lib/charging/bookings/schema";

import { ActionButton } from "../form/action-button";
import { askedReason } from "../form/asked-reason";
import { FeeField } from "./fee-field";
import type { MoveAction } from "./move-button";

/** What staff may do with a booking, as server actions. */
export interface BookingActions {
  readonly approve: FieldsAction<{ id: string }>;
  readonly reject: FieldsAction<{ id: string } & RejectBooking>;
  readonly cancel: FieldsAction<{ id: string; reason?: string }>;
  readonly move: MoveAction;
}

/**
 * Approve, reject or cancel, whichever can be done. `small` shows icons alone, in a table. Whoever may charge the late
 * fee of a cancellation is told how much it is, and asked.
 */
export function BookingButtons({
  booking,
  actions,
  small = false,
  size = "sm",
}: {
  booking: Pick<
    BookingView,
    "id" | "number" | "can" | "asksReason" | "ownerName" | "lateCancelFee"
  >;
  actions: BookingActions;
  small?: boolean;
  size?: "sm" | "md";
}) {
  const t = useTranslations("staffBookings");
  const { id, number, can, ownerName, lateCancelFee: fee } = booking;
  const owner = ownerName ?? t("guest");
  const common = {
    input: { id },
    hideLabel: small,
    size: small ? ("icon-sm" as const) : size,
  };
  const [approves, rejects, cancels] = (["approve", "reject", "cancel"] as const).map((action) =>
    can.includes(action),
  );
  if (!approves && !rejects && !cancels) return null;
  return (
    <span className="inline-flex gap-1 max-sm:flex-wrap max-sm:gap-2">
      {approves && (
        <ActionButton
          {...common}
          action={actions.approve}
          label={small ? t("approveNumber", { number }) : t("approve")}
          short={small ? t("approve") : undefined}
          icon={<Check aria-hidden />}
          look={small ? "quiet" : "primary"}
          done={t("approved", { number })}
        />
      )}
      {rejects && (
        <ActionButton
          {...common}
          action={actions.reject}
          label={small ? t("rejectNumber", { number }) : t("reject")}
          short={small ? t("rejectConfirm") : undefined}
          icon={<X aria-hidden />}
          look={small ? "quiet" : "secondary"}
          done={t("rejected", { number })}
          ask={{
            title: t("rejectTitle", { number }),
            text: t("rejectText", { owner }),
            confirm: t("rejectConfirm"),
            reason: askedReason(booking, "reject"),
          }}
        />
      )}
      {cancels && (
        <ActionButton
          {...common}
          action={actions.cancel}
          label={small ? t("cancelNumber", { number }) : t("cancel")}
          short={small ? t("cancelShort") : undefined}
          icon={<Ban aria-hidden />}
          look={small ? "quiet" : "secondary"}
          done={t("canceled", { number })}
          ask={{
            title: t("cancelTitle", { number }),
            text: ownerName === null ? t("cancelTextGuest") : t("cancelText", { owner }),
            confirm: t("cancelConfirm"),
            reason: askedReason(booking, "cancel"),
            fields: fee && <FeeField fee={fee} />,
          }}
        />
      )}
    </span>
  );
}
