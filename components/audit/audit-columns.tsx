import { getTranslations } from "next-intl/server";
import Link from "next/link";

import type { AuditView } from "@/lib/records/audit/schema";

import type { Column } from "../table/column";
import { zoneName } from "../station/zone-name";
import { When } from "../ui/when";
import { AuditChanges, AuditStep } from "./audit-change";
import { ActorName, ActorRole, ThingName } from "./audit-names";
import { AuditSentence } from "./audit-sentence";
import { untold } from "./sentence-facts";

/** What the table of audits shows, in the console whose first page is `home`. */
export async function auditColumns(timeZone: string, home: string): Promise<Column<AuditView>[]> {
  const t = await getTranslations("audits");
  return [
    {
      id: "at",
      title: t("at"),
      note: zoneName(timeZone),
      sort: "at",
      isName: true,
      cell: ({ at }) => (
        <span className="font-normal rows:whitespace-nowrap">
          <When at={at} timeZone={timeZone} seconds hideZone />
        </span>
      ),
    },
    {
      id: "what",
      title: t("what"),
      cell: (audit) => (
        <>
          <AuditSentence
            deed={audit}
            who={<ActorName actor={audit.actor} />}
            name={audit.entityName === null ? undefined : <NameLink audit={audit} home={home} />}
            timeZone={timeZone}
          />
          <ActorRole actor={audit.actor} />
        </>
      ),
    },
    {
      id: "details",
      title: t("details"),
      cell: (audit) => (
        <>
          <AuditStep {...audit} />
          <AuditChanges changes={untold(audit)} timeZone={timeZone} />
        </>
      ),
    },
  ];
}

/** What the thing is called, leading to its page where it has one. A number is read in one piece. */
function NameLink({ audit, home }: { audit: AuditView; home: string }) {
  const href = pageOf(home, audit);
  const name = (
    <span className={isNumbered(audit.entity) ? "whitespace-nowrap" : undefined}>
      <ThingName audit={audit} />
    </span>
  );
  if (!href) return name;
  return (
    <Link href={href} className="link">
      {name}
    </Link>
  );
}

const isNumbered = (entity: AuditView["entity"]) => entity === "Booking" || entity === "Session";

/** Where the thing has a page in the console; only an admin has one for a business or a text. */
function pageOf(
  home: string,
  { entity, entityId: id, entityName }: Pick<AuditView, "entity" | "entityId" | "entityName">,
): string | null {
  if (entity === "Booking") return `${home}/bookings/${id}`;
  // A session is called by its booking's number.
  if (entity === "Session" && entityName !== null) {
    return `${home}/bookings?${new URLSearchParams({ view: "all", search: entityName })}`;
  }
  if (entity === "Station") return `${home}/stations/${id}`;
  if (home !== "/admin") return null;
  if (entity === "Business") return `/admin/businesses/${id}`;
  // A draft that was discarded has no name any more, and no page.
  return entity === "Content" && entityName !== null ? `/admin/content/${id}` : null;
}
