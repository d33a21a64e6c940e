import { Ban, RotateCcw, UserX } from "lucide-react";
import { useTranslations } from "next-intl";

import { ActionButton } from "@/components/form/action-button";
import { askedReason } from "@/components/form/asked-reason";
import type { UserView } from "@/lib/people/accounts/schema";

import { block, deactivate, reactivate } from "./actions";

/** What may be done with an account, as it stands. */
export function UserButtons({ user }: { user: UserView }) {
  const t = useTranslations("users");
  const input = { id: user.id };
  const { name } = user;
  return (
    <span className="inline-flex gap-1 max-sm:flex-wrap max-sm:gap-2">
      {user.can.includes("restore") && (
        <ActionButton
          action={reactivate}
          input={input}
          label={t("reactivate", { name })}
          hideLabel
          short={t("reactivateConfirm")}
          icon={<RotateCcw aria-hidden />}
          look="quiet"
          size="icon-sm"
          done={t("reactivated", { name })}
          ask={{
            title: t("reactivateTitle", { name }),
            text: t("reactivateText"),
            confirm: t("reactivateConfirm"),
            reason: askedReason(user, "restore"),
          }}
        />
      )}
      {user.can.includes("deactivate") && (
        <ActionButton
          action={deactivate}
          input={input}
          label={t("deactivate", { name })}
          hideLabel
          short={t("deactivateConfirm")}
          icon={<UserX aria-hidden />}
          look="quiet"
          size="icon-sm"
          done={t("deactivated", { name })}
          ask={{
            title: t("deactivateTitle", { name }),
            text: t(user.role === "EvOwner" ? "deactivateOwnerText" : "deactivateText"),
            confirm: t("deactivateConfirm"),
            isDanger: true,
            reason: askedReason(user, "deactivate"),
          }}
        />
      )}
      {user.can.includes("block") && (
        <ActionButton
          action={block}
          input={input}
          label={t("block", { name })}
          hideLabel
          short={t("blockConfirm")}
          icon={<Ban aria-hidden />}
          look="quiet"
          size="icon-sm"
          done={t("blocked", { name })}
          ask={{
            title: t("blockTitle", { name }),
            text: t("blockText"),
            confirm: t("blockConfirm"),
            isDanger: true,
            reason: askedReason(user, "block"),
          }}
        />
      )}
    </span>
  );
}
