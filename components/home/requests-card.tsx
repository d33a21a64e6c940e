import { Inbox } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";

import type { BusinessView } from "@/lib/people/businesses/schema";

import { When } from "../ui/when";
import { ChartCard } from "./chart-card";

/** Businesses that wait for their decision, those that wait longest first. */
export function RequestsCard({
  requests,
  timeZone,
}: {
  requests: readonly BusinessView[];
  /** By whose clock it is read, as on the page of requests (screens.md, S35). */
  timeZone: string;
}) {
  const t = useTranslations("consoleHome");
  return (
    <ChartCard
      id="requests"
      title={t("longestWaiting")}
      empty={
        requests.length === 0 && {
          icon: Inbox,
          title: t("noRequests"),
          text: t("noRequestsText"),
        }
      }
    >
      <ul className="divide-y text-sm">
        {requests.map(({ id, name, contact, createdAt }) => (
          <li key={id} className="py-2.5 first:pt-0">
            <p className="font-medium">
              <Link href={`/admin/businesses/${id}`} className="link">
                {name}
              </Link>
            </p>
            <p className="text-ink-soft">{contact.name}</p>
            <p className="text-ink-soft">
              <When at={createdAt} timeZone={timeZone} />
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-sm">
        <Link href="/admin/requests" className="link">
          {t("allRequests")}
        </Link>
      </p>
    </ChartCard>
  );
}
