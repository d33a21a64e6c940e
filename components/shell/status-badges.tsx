import { useTranslations } from "next-intl";

import type { StationStatus, StationView } from "@/lib/sites/stations/schema";
import type { UserStatus } from "@/lib/core/actor";
import type { BusinessStatus } from "@/lib/people/businesses/schema";

import { Badge, type Tone } from "../ui/badge";

const tones: Readonly<Record<UserStatus | BusinessStatus | StationStatus, Tone>> = {
  Active: "success",
  Deactivated: "warning",
  Blocked: "danger",
  Deleted: "warning",
  Erased: "neutral",
  PendingApproval: "warning",
  Rejected: "danger",
  Inactive: "neutral",
  Maintenance: "warning",
};

/** How a user's account stands. */
export function UserStatusBadge({ status }: { status: UserStatus }) {
  const t = useTranslations("status.user");
  return <Badge tone={tones[status]}>{t(status)}</Badge>;
}

/** How a business stands. */
export function BusinessStatusBadge({ status }: { status: BusinessStatus }) {
  const t = useTranslations("status.business");
  return <Badge tone={tones[status]}>{t(status)}</Badge>;
}

/** How a station stands, for those who run it: one that waits to be made ready was not closed by anybody. */
export function StationState({
  station: { status, opensWhenReady },
}: {
  station: Pick<StationView, "status" | "opensWhenReady">;
}) {
  const t = useTranslations("status.station");
  const words = useTranslations("stationAdmin");
  if (opensWhenReady) return <Badge tone="warning">{words("notOpenYet")}</Badge>;
  return <Badge tone={tones[status]}>{t(status)}</Badge>;
}
