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

interface Decided {
  readonly booking: Pick<
    BookingView,
    "id" | "number" | "can" | "asksReason" | "ownerName" | "lateCancelFee"
  >;
  readonly actions: BookingActions;
  readonly size?: "sm" | "md";
  /** Among many others: none of them is the one clear action of the screen. */
  readonly inList?: boolean;
  /** As lines of a menu. */
  readonly asEntry?: boolean;
}

/** Approve, and reject or cancel, whichever can be done, each in words. */
export function BookingButtons(props: Decided) {
  const t = useTranslations("staffBookings");
  const { booking, actions, size = "sm", inList } = props;
  const { id, number } = booking;
  if (!["approve", "reject", "cancel"].some((one) => booking.can.includes(one as "approve"))) {
    return null;
  }
  return (
    <span className="inline-flex flex-wrap gap-2">
      {booking.can.includes("approve") && (
        <ActionButton
          input={{ id }}
          size={size}
          action={actions.approve}
          label={t("approve")}
          name={inList ? t("approveNumber", { number }) : undefined}
          icon={<Check aria-hidden />}
          look={inList ? "secondary" : "primary"}
          done={t("approved", { number })}
        />
      )}
      <Refusal {...props} />
    </span>
  );
}

/**
 * Rejects what waits, cancels what was approved: to who decides, both are a refusal, and one of them is the right one
 * (screens.md, S9). Whoever may charge the late fee of a cancellation is told how much it is, and asked.
 */
export function Refusal({ booking, actions, size = "sm", inList, asEntry }: Decided) {
  const t = useTranslations("staffBookings");
  const { id, number, can, ownerName, lateCancelFee: fee } = booking;
  const owner = ownerName ?? t("guest");
  const common = { input: { id }, size, asEntry, look: "danger" as const };
  if (can.includes("reject")) {
    return (
      <ActionButton
        {...common}
        action={actions.reject}
        label={t("reject")}
        name={inList ? t("rejectNumber", { number }) : undefined}
        icon={<X aria-hidden />}
        done={t("rejected", { number })}
        ask={{
          title: t("rejectTitle", { number }),
          text: t("rejectText", { owner }),
          confirm: t("rejectConfirm"),
          reason: askedReason(booking, "reject"),
        }}
      />
    );
  }
  if (!can.includes("cancel")) return null;
  return (
    <ActionButton
      {...common}
      action={actions.cancel}
      label={t("cancel")}
      icon={<Ban aria-hidden />}
      done={t("canceled", { number })}
      ask={{
        title: t("cancelTitle", { number }),
        text: ownerName === null ? t("cancelTextGuest") : t("cancelText", { owner }),
        confirm: t("cancelConfirm"),
        keep: t("keepIt"),
        reason: askedReason(booking, "cancel"),
        fields: fee && <FeeField fee={fee} />,
      }}
    />
  );
}
