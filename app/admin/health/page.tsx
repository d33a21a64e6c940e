import { Database, Inbox, Mail } from "lucide-react";
import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";

import { JobTable } from "@/components/admin/job-table";
import { PageHead } from "@/components/shell/page-head";
import { Card, CardHeader } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { FigureTile } from "@/components/ui/figure-tile";
import { When } from "@/components/ui/when";
import { page } from "@/lib/http/page";
import { readHealth } from "@/lib/jobs/read-health";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("health"))("title") };
}

export default page({
  roles: ["SystemAdmin"],
  run: async (ctx) => {
    const t = await getTranslations("health");
    const format = await getFormatter();
    const { version, database, events, messages, jobs } = await readHealth(ctx);
    const oldest = (at: string | null) => (at ? <When at={at} timeZone="UTC" seconds /> : "–");
    return (
      <>
        <PageHead title={t("title")} lead={t("lead", { version })} />
        <div className="space-y-6">
          <dl className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-4">
            <FigureTile icon={Inbox} label={t("eventsDue")} value={format.number(events.due)} />
            <FigureTile
              icon={Inbox}
              label={t("eventsParked")}
              value={format.number(events.parked)}
            />
            <FigureTile icon={Mail} label={t("messagesDue")} value={format.number(messages.due)} />
            <FigureTile
              icon={Mail}
              label={t("messagesParked")}
              value={format.number(messages.parked)}
            />
          </dl>
          <Card aria-labelledby="jobs">
            <CardHeader id="jobs" title={t("jobs")} />
            <JobTable jobs={jobs} />
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
                    value: t("megabytes", { mb: Math.round(database.sizeBytes / 1_048_576) }),
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
                  { name: t("oldestEvent"), value: oldest(events.oldestDueAt) },
                  { name: t("oldestMessage"), value: oldest(messages.oldestDueAt) },
                  { name: t("kept"), value: format.number(messages.kept) },
                ]}
              />
            </Card>
          </div>
        </div>
      </>
    );
  },
});
