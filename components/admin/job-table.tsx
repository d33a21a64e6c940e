import { useTranslations } from "next-intl";

import type { JobHealth } from "@/lib/jobs/schema";

import { Badge, type Tone } from "../ui/badge";
import { When } from "../ui/when";

const tones: Readonly<Record<JobHealth["state"], Tone>> = {
  OnTime: "success",
  Late: "warning",
  Failed: "danger",
  Never: "neutral",
};

/** The worker's jobs: what each is for, when it last ran, and what came of it. */
export function JobTable({ jobs }: { jobs: readonly JobHealth[] }) {
  const t = useTranslations("health");
  const words = (name: string) =>
    t.has(`jobWords.${name}` as "jobWords.slots") ? t(`jobWords.${name}` as "jobWords.slots") : "";
  return (
    <ul className="-my-3 divide-y text-sm">
      {jobs.map(({ name, state, lastStartedAt, result, error }) => (
        <li key={name} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-3">
          <div className="min-w-0 flex-1 basis-60">
            <p className="font-medium">{name}</p>
            <p className="text-ink-soft">{words(name)}</p>
          </div>
          <div className="min-w-0 basis-72 max-sm:flex-1">
            <p>{lastStartedAt ? <When at={lastStartedAt} timeZone="UTC" seconds /> : t("never")}</p>
            <p className="break-words text-ink-soft">{error ?? countWords(result)}</p>
          </div>
          <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>
        </li>
      ))}
    </ul>
  );
}

/** `{ added: 12, removed: 0 }` → "added 12, removed 0". */
function countWords(result: JobHealth["result"]): string {
  return Object.entries(result ?? {})
    .map(([name, count]) => `${name} ${count}`)
    .join(", ");
}
