import { useTranslations } from "next-intl";

import type { AuditView } from "@/lib/records/audit/schema";

import { isLocale, languages } from "../i18n/locales";
import { fieldWords } from "./audit-words";

/** Who did it, as a record or a history holds it. */
type Actor = Pick<AuditView["actor"], "role" | "name">;

/** What was done, in the language's words; a deed that they do not know keeps its own name. */
export function DeedName({ action }: { action: string }) {
  const t = useTranslations("audits.deeds");
  return t.has(action as "Create") ? t(action as "Create") : fieldWords(action);
}

/**
 * A state of any thing that is recorded, in the language's words. A car that charges is said to, be it its session that
 * says so ("Active") or its booking ("InProgress").
 */
export function StateName({ entity, state: recorded }: { entity: string; state: string }) {
  const t = useTranslations("audits.states");
  const state = entity === "Session" && recorded === "Active" ? "InProgress" : recorded;
  return t.has(state as "Active") ? t(state as "Active") : fieldWords(state);
}

/** Who did it: a person by name, the system where a job did, and whoever was not signed in. */
export function ActorName({ actor: { role, name } }: { actor: Actor }) {
  const t = useTranslations("audits");
  if (role === "Anonymous") return t("somebody");
  return role === "Job" ? t("system") : <span className="font-medium">{name}</span>;
}

/** In which role a person did it, or which job of the system; nothing of whoever was not signed in. */
export function ActorRole({ actor: { role, name } }: { actor: Actor }) {
  const roles = useTranslations("audits.actors");
  const jobs = useTranslations("health.jobNames");
  const isJob = role === "Job";
  if (role === "Anonymous" || (isJob && !jobs.has(name as "messages"))) return null;
  const said = roles.has(role as "Job") ? roles(role as "Job") : role;
  return <span className="block text-ink-soft">{isJob ? jobs(name as "messages") : said}</span>;
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
