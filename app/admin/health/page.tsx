import { Database, Hourglass, Inbox, Mail } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";

import { JobTable } from "@/components/admin/job-table";
import { TimedRefresh } from "@/components/live/timed-refresh";
import { PageHead } from "@/components/shell/page-head";
import { Card, CardHeader } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { FigureTile } from "@/components/ui/figure-tile";
import { When } from "@/components/ui/when";
import { page } from "@/lib/http/page";
import { readHealth } from "@/lib/jobs/read-health";
import { mebibyte } from "@/lib/core/sizes";
import { readerZone } from "@/app/_console/reader-zone";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("health"))("title") };
}

export default page({
  area: "admin",
  permission: "health.read",
  run: async (ctx) => {
    const t = await getTranslations("health");
    const format = await getFormatter();
    const { version, database, events, messages, queue, audits, jobs } = await readHealth(ctx);
    const timeZone = await readerZone(ctx);
    const oldest = (at: string | null) => (at ? <When at={at} timeZone={timeZone} seconds /> : "–");
    return (
      <>
        <TimedRefresh seconds={10} />
        <PageHead title={t("title")} lead={t("lead", { version })} />
        <div className="space-y-6">
          <dl className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,9rem),1fr))] gap-3 sm:grid-cols-3 sm:gap-4">
            {(
              [
                [Hourglass, "jobsDue", queue.due],
                [Hourglass, "jobsParked", queue.parked],
                [Inbox, "eventsDue", events.due],
                [Inbox, "eventsParked", events.parked],
                [Mail, "messagesDue", messages.due],
                [Mail, "messagesParked", messages.parked],
              ] as const
            ).map(([icon, name, count]) => (
              <FigureTile key={name} icon={icon} label={t(name)} value={format.number(count)} />
            ))}
          </dl>
          <Card aria-labelledby="jobs">
            <CardHeader id="jobs" title={t("jobs")} />
            <JobTable jobs={jobs} timeZone={timeZone} />
          </Card>
          <div className="grid items-start gap-6 lg:grid-cols-2">
            <Card aria-labelledby="database">
              <CardHeader id="database" title={t("database")}>
                <Database aria-hidden className="size-5 text-ink-soft" />
              </CardHeader>
              <Facts
                rows={[
                  { name: t("answers"), value: t("milliseconds", { ms: database.answeredInMs }) },
                  { name: t("postgres"), value: database.version },
                  {
                    name: t("size"),
                    value: t("megabytes", { mb: Math.round(database.sizeBytes / mebibyte) }),
                  },
                  {
                    name: t("connections"),
                    value: t("of", { used: database.connections, most: database.maxConnections }),
                  },
                ]}
              />
            </Card>
            <Card aria-labelledby="queues">
              <CardHeader id="queues" title={t("queues")} />
              <Facts
                rows={[
                  { name: t("jobsRunning"), value: format.number(queue.running) },
                  { name: t("jobsLater"), value: format.number(queue.later) },
                  { name: t("oldestJob"), value: oldest(queue.oldestDueAt) },
                  { name: t("oldestEvent"), value: oldest(events.oldestDueAt) },
                  { name: t("oldestMessage"), value: oldest(messages.oldestDueAt) },
                  { name: t("kept"), value: format.number(messages.kept) },
                  { name: t("unsealed"), value: format.number(audits.unsealed) },
                  { name: t("unsealedSince"), value: oldest(audits.unsealedSince) },
                  { name: t("lastSealed"), value: oldest(audits.lastSealedAt) },
                ]}
              />
            </Card>
          </div>
        </div>
      </>
    );
  },
});
