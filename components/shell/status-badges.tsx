import { useTranslations } from "next-intl";

import type { StationStatus } from "@/lib/sites/stations/schema";
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

/** How a station stands. */
export function StationStatusBadge({ status }: { status: StationStatus }) {
  const t = useTranslations("status.station");
  return <Badge tone={tones[status]}>{t(status)}</Badge>;
}
