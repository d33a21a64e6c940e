import { Ban, Check, X } from "lucide-react";
import { useTranslations } from "next-intl";

import type { FieldsAction } from "@/lib/http/action";
import type { BookingView, OpenStatus, RejectBooking } from "@/lib/charging/bookings/schema";

import { ActionButton } from "../form/action-button";
import type { MoveAction } from "./move-button";

/** What staff may do with a booking, as server actions. */
export interface BookingActions {
  readonly approve: FieldsAction<{ id: string }>;
  readonly reject: FieldsAction<{ id: string } & RejectBooking>;
  readonly cancel: FieldsAction<{ id: string; reason?: string }>;
  readonly move: MoveAction;
}

/** The schema has the list, but is too much for a browser; a type keeps this one to it. */
const isOpen: Readonly<Record<OpenStatus, true>> = { Pending: true, Approved: true };

/** Approve, reject or cancel, as the booking stands. `small` shows icons alone, in a table. */
export function BookingButtons({
  booking,
  actions,
  small = false,
}: {
  booking: Pick<BookingView, "id" | "number" | "status" | "ownerName">;
  actions: BookingActions;
  small?: boolean;
}) {
  const t = useTranslations("staffBookings");
  const { id, number, status, ownerName: owner } = booking;
  const common = {
    input: { id },
    hideLabel: small,
    size: small ? ("icon-sm" as const) : ("sm" as const),
  };
  if (!(status in isOpen)) return null;
  return (
    <span className="inline-flex gap-1 max-sm:flex-wrap max-sm:gap-2">
      {status === "Pending" && (
        <>
          <ActionButton
            {...common}
            action={actions.approve}
            label={small ? t("approveNumber", { number }) : t("approve")}
            short={small ? t("approve") : undefined}
            icon={<Check aria-hidden />}
            look={small ? "quiet" : "primary"}
            done={t("approved", { number })}
          />
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
              reason: "required",
            }}
          />
        </>
      )}
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
          text: t("cancelText", { owner }),
          confirm: t("cancelConfirm"),
          reason: "required",
        }}
      />
    </span>
  );
}
