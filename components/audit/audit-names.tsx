import { useTranslations } from "next-intl";

import type { AuditView } from "@/lib/records/audit/schema";

import { isLocale, languages } from "../i18n/locales";
import { fieldWords } from "./audit-words";

/** What was done, in the language's words; a deed that they do not know keeps its own name. */
export function DeedName({ action }: { action: string }) {
  const t = useTranslations("audits.deeds");
  return t.has(action as "Create") ? t(action as "Create") : fieldWords(action);
}

/** A state of any thing that is recorded, in the language's words. */
export function StateName({ state }: { state: string }) {
  const t = useTranslations("audits.states");
  return t.has(state as "Active") ? t(state as "Active") : fieldWords(state);
}

/** Who did it: a person by name, a job by what it does, and whoever was not signed in. */
export function ActorName({ actor: { role, name } }: { actor: AuditView["actor"] }) {
  const t = useTranslations("audits");
  const jobs = useTranslations("health.jobNames");
  if (role === "Anonymous") return t("actors.Anonymous");
  if (role !== "Job") return name;
  return jobs.has(name as "messages") ? jobs(name as "messages") : t("actors.Job");
}

/** What a thing is called now; a text by its title and language, and what has no name by what it is. */
export function ThingName({
  audit: { entity, entityName },
}: {
  audit: Pick<AuditView, "entity" | "entityName">;
}) {
  const entities = useTranslations("audits.entities");
  const textName = useTextName();
  if (entityName === null) return entities(entity);
  return (entity === "Content" && textName(entityName)) || entityName;
}

/** Says a public text's name (`/terms-of-service/en/2`) in words; undefined for anything else. */
export function useTextName(): (name: string) => string | undefined {
  const t = useTranslations("audits");
  const titles = useTranslations("content.pages");
  return (name) => {
    const [, kind = "", locale = "", version] = /^\/([a-z-]+)\/([\w-]+)\/(\d+)$/.exec(name) ?? [];
    if (!titles.has(`${kind as "about"}.title`)) return undefined;
    return t("text", {
      title: titles(`${kind as "about"}.title`),
      language: isLocale(locale) ? languages[locale].name : locale,
      version: Number(version),
    });
  };
}
