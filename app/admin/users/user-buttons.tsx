import { Ban } from "lucide-react";
import { useTranslations } from "next-intl";

import { ActionButton } from "@/components/form/action-button";
import { askedReason } from "@/components/form/asked-reason";
import { RowMenu } from "@/components/ui/row-menu";
import type { UserView } from "@/lib/people/accounts/schema";

import { block, deactivate, reactivate } from "./actions";

/** What may be done with an account, as it stands. */
export function UserButtons({ user }: { user: UserView }) {
  const t = useTranslations("users");
  const input = { id: user.id };
  const { name } = user;
  return (
    <span className="inline-flex items-center gap-1">
      {user.can.includes("restore") && (
        <ActionButton
          action={reactivate}
          input={input}
          label={t("reactivateConfirm")}
          name={t("reactivate", { name })}
          look="secondary"
          size="sm"
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
          label={t("deactivateConfirm")}
          name={t("deactivate", { name })}
          look="secondary"
          size="sm"
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
        <RowMenu id={`more-${user.id}`} row={name}>
          <ActionButton
            asEntry
            action={block}
            input={input}
            label={t("blockConfirm")}
            name={t("block", { name })}
            icon={<Ban aria-hidden />}
            done={t("blocked", { name })}
            ask={{
              title: t("blockTitle", { name }),
              text: t("blockText"),
              confirm: t("blockConfirm"),
              isDanger: true,
              reason: askedReason(user, "block"),
            }}
          />
        </RowMenu>
      )}
    </span>
  );
}
