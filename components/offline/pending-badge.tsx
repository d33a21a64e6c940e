import { CloudUpload } from "lucide-react";
import { useTranslations } from "next-intl";

import { Badge } from "../ui/badge";

/** Marks what was done on this phone and not sent yet: one thing, or with `count` so many. Nothing for none. */
export function PendingBadge({ count }: { count?: number }) {
  const t = useTranslations("offline");
  if (count === 0) return null;
  return (
    <Badge tone="warning">
      <CloudUpload aria-hidden />
      {count === undefined ? t("pending") : t("pendingCount", { count })}
    </Badge>
  );
}
