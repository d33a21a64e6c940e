import { Check, Trash2 } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";

import type { FieldsAction } from "@/lib/http/action";
import type { NotificationView } from "@/lib/insight/inbox/schema";

import { ActionButton } from "../form/action-button";
import { usePageViewer } from "../form/page-viewer";
import { askServer } from "../offline/ask-server";
import { Badge } from "../ui/badge";
import { cn } from "../ui/class-names";

type Named = FieldsAction<{ id: string }>;

/** What can be done with one notification. */
export interface NoticeActions {
  readonly mark: Named;
  readonly remove: Named;
}

/** The way to the page of what was told; a receipt is a document of the API's, to which no page leads without loading. */
function WayTo({ path, title, open }: { path: string; title: string; open: () => void }) {
  const link = {
    href: path,
    className: "inline-flex min-h-11 items-center underline-offset-4 hover:underline sm:min-h-0",
    onClick: open,
    onAuxClick: open,
  };
  if (path.startsWith("/api/")) return <a {...link}>{title}</a>;
  return (
    <Link {...link} prefetch={false}>
      {title}
    </Link>
  );
}

/** One thing that one was told; whoever opens its page has read it. */
export function NoticeRow({
  notice,
  zone,
  actions,
}: {
  notice: NotificationView;
  zone: string;
  actions: NoticeActions;
}) {
  const t = useTranslations("inbox");
  const format = useFormatter();
  const viewer = usePageViewer() ?? "";
  const [isOpened, setOpened] = useState(false);
  const { id, title, message, path, type, createdAt } = notice;
  const isRead = notice.isRead || isOpened;
  const open = () => {
    if (isRead) return;
    setOpened(true);
    // On the way to its page nobody waits for the answer; unheard, it stays unread and is told so the next time.
    void askServer(viewer, `/api/v1/notifications/${id}/read`, { method: "PATCH" });
  };
  return (
    <li className="relative flex flex-wrap justify-end gap-x-3 gap-y-1 py-3 pr-2 pl-4 sm:flex-nowrap sm:pl-5">
      <span
        aria-hidden
        className={cn("mt-2 size-2 shrink-0 rounded-full", isRead ? "bg-transparent" : "bg-accent")}
      />
      <div className="min-w-0 flex-[1_1_min(12rem,100%-2rem)]">
        <p className={cn("break-words", !isRead && "font-semibold")}>
          {path ? <WayTo path={path} title={title} open={open} /> : title}
          {!isRead && <span className="sr-only">({t("isUnread")})</span>}
        </p>
        <p className="mt-0.5 text-sm break-words whitespace-pre-line text-ink-soft">{message}</p>
        <p className="mt-2 flex flex-wrap items-center gap-2 text-sm text-ink-soft">
          <time dateTime={createdAt} className="tabular">
            {format.dateTime(new Date(createdAt), "clock", { timeZone: zone })}
          </time>
          <Badge>{t(`types.${type}`)}</Badge>
        </p>
      </div>
      <div className="flex max-w-full flex-wrap justify-end gap-1 sm:shrink-0 sm:flex-nowrap">
        {!isRead && (
          <ActionButton
            action={actions.mark}
            input={{ id }}
            label={t("markIt")}
            name={t("mark", { title })}
            icon={<Check aria-hidden />}
            look="quiet"
            size="sm"
            done={t("marked")}
          />
        )}
        <ActionButton
          action={actions.remove}
          input={{ id }}
          label={t("removeConfirm")}
          name={t("remove", { title })}
          icon={<Trash2 aria-hidden />}
          look="quiet"
          size="sm"
          done={t("removed")}
          ask={{
            title: t("removeTitle"),
            text: title,
            confirm: t("removeConfirm"),
            isDanger: true,
          }}
        />
      </div>
    </li>
  );
}
