import { CircleX } from "lucide-react";
import { useTranslations } from "next-intl";

import type { FieldsAction } from "@/lib/http/action";

import { FeeField } from "../booking/fee-field";
import { ActionButton } from "../form/action-button";
import type { PhoneSession } from "../queue/on-phone";
import { useMoney } from "../station/money";

export type AbortAction = FieldsAction<{ id: string; reason?: string; chargeFee?: boolean }>;

/** Stops charging without a bill, with a reason and the late fee said before. */
export function AbortButton({ session, action }: { session: PhoneSession; action: AbortAction }) {
  const t = useTranslations("sessionCard.abort");
  const money = useMoney();
  const { bookingId, bookingNumber: number, lateCancelFee: fee } = session;
  return (
    <ActionButton
      action={action}
      input={{ id: bookingId }}
      label={t("label")}
      icon={<CircleX aria-hidden />}
      look="danger"
      className="max-lg:w-full"
      done={t("done", { number })}
      ask={{
        title: t("title", { number }),
        text: fee ? t("text", { fee: money(fee) }) : t("textFree"),
        confirm: t("confirm"),
        reason: "required",
        fields: fee && <FeeField fee={fee} />,
      }}
    />
  );
}
