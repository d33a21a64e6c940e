import { RotateCw } from "lucide-react";
import { getTranslations } from "next-intl/server";

import { MessageBody } from "@/components/admin/message-body";
import { ActionButton } from "@/components/form/action-button";
import type { Column } from "@/components/table/column";
import { Badge, type Tone } from "@/components/ui/badge";
import { zoneName } from "@/components/station/zone-name";
import { When } from "@/components/ui/when";
import type { MessageStatus, MessageView } from "@/lib/insight/notifications/schema";

import { retry } from "./actions";

const tones: Readonly<Record<MessageStatus, Tone>> = {
  Pending: "neutral",
  Sent: "success",
  Kept: "warning",
  Parked: "danger",
  Gone: "neutral",
  Dropped: "neutral",
};

type Addressed = Pick<MessageView, "channel" | "recipient" | "recipientName" | "rings">;

/** How the makers write their systems. */
const systems = { android: "Android", ios: "iOS", web: "Web" } as const;

const appOf = ({ model, platform }: NonNullable<MessageView["rings"]>) =>
  [model, platform && systems[platform]].filter(Boolean).join(", ");

/** What the table of messages shows. */
export async function messageColumns(timeZone: string): Promise<Column<MessageView>[]> {
  const t = await getTranslations("messages");
  const ring = await getTranslations("channels.ring");
  /** Whose it is: an address or number says it, of what rings its person's name and the device. */
  const nameOf = ({ channel, recipient, recipientName, rings }: Addressed) => {
    if (channel !== "WebPush" && channel !== "AppPush") return recipient;
    const device = rings?.browser ? ring(`by.${rings.browser}`) : rings && appOf(rings);
    return [recipientName ?? t("nobody"), device ?? t("removed")].join(" · ");
  };
  return [
    {
      id: "recipient",
      title: t("recipient"),
      isName: true,
      isWide: true,
      cell: ({ subject, language, ...to }) => (
        <>
          <span className="break-words">{nameOf(to)}</span>
          {subject && (
            <span lang={language} className="block font-normal text-ink-soft">
              {subject}
            </span>
          )}
        </>
      ),
    },
    { id: "channel", title: t("channel"), cell: ({ channel }) => t(`channels.${channel}`) },
    {
      id: "status",
      title: t("status"),
      cell: ({ status, attempts, reason, lastError }) => (
        <>
          <Badge tone={tones[status]}>{t(`statuses.${status}`)}</Badge>
          {reason && <span className="mt-1 block">{t(`reasons.${reason}`)}</span>}
          {lastError && (
            <span className="block text-xs break-words text-ink-soft">
              {t("failed", { attempts, error: lastError })}
            </span>
          )}
        </>
      ),
    },
    {
      id: "created",
      title: t("created"),
      note: zoneName(timeZone),
      sort: "createdAt",
      cell: ({ createdAt }) => <When at={createdAt} timeZone={timeZone} split hideZone />,
    },
    {
      id: "sent",
      title: t("sent"),
      note: zoneName(timeZone),
      cell: ({ sentAt }) =>
        sentAt ? <When at={sentAt} timeZone={timeZone} split hideZone /> : "–",
    },
    {
      id: "actions",
      title: t("text"),
      isActions: true,
      cell: ({ id, can, body, subject, channel, language, ...to }) => (
        <>
          {can.includes("retry") && (
            <ActionButton
              action={retry}
              input={{ id }}
              label={t("retry")}
              icon={<RotateCw aria-hidden />}
              look="secondary"
              size="sm"
              done={t("retried")}
            />
          )}
          {body ? (
            <MessageBody
              subject={subject ?? t(`channels.${channel}`)}
              recipient={nameOf({ channel, ...to })}
              body={body}
              language={language}
            />
          ) : (
            <span className="text-ink-soft">{t("gone")}</span>
          )}
        </>
      ),
    },
  ];
}
