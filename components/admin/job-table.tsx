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
export function JobTable({ jobs, timeZone }: { jobs: readonly JobHealth[]; timeZone: string }) {
  const t = useTranslations("health");
  /** A word of the catalogue for what the worker names; a newer worker's own name where there is none. */
  const words = (kind: "jobNames" | "jobWords", name: string, otherwise: string) => {
    const key = `${kind}.${name}` as "jobNames.slots";
    return t.has(key) ? t(key) : otherwise;
  };
  const countWords = (result: JobHealth["result"]) =>
    Object.entries(result ?? {})
      .map(([name, count]) => {
        const key = `counts.${name}` as "counts.added";
        return t.has(key) ? t(key, { count }) : `${name} ${count}`;
      })
      .join(", ");
  return (
    <ul className="-my-3 divide-y text-sm">
      {jobs.map(({ name, state, lastStartedAt, result, error }) => (
        <li
          key={name}
          className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 py-3 sm:grid-cols-[minmax(9rem,1fr)_minmax(0,18rem)_6rem]"
        >
          <div className="min-w-0">
            <p className="font-medium">{words("jobNames", name, name)}</p>
            <p className="text-ink-soft">{words("jobWords", name, "")}</p>
          </div>
          <div className="min-w-0 max-sm:order-last max-sm:col-span-2">
            <p>
              {lastStartedAt ? <When at={lastStartedAt} timeZone={timeZone} seconds /> : t("never")}
            </p>
            <p className="text-ink-soft">{error ?? countWords(result)}</p>
          </div>
          <span className="justify-self-end">
            <Badge tone={tones[state]}>{t(`states.${state}`)}</Badge>
          </span>
        </li>
      ))}
    </ul>
  );
}
