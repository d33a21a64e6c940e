import { getTranslations } from "next-intl/server";
import Link from "next/link";

import type { AuditView } from "@/lib/records/audit/schema";

import type { Column } from "../table/data-table";
import { When } from "../ui/when";
import { AuditChanges, AuditStep } from "./audit-change";
import { ActorName, DeedName, ThingName } from "./audit-names";

/** What the table of audits shows, in the console whose first page is `home`. */
export async function auditColumns(timeZone: string, home: string): Promise<Column<AuditView>[]> {
  const t = await getTranslations("audits");
  const roles = await getTranslations("audits.actors");
  return [
    {
      id: "at",
      title: t("at"),
      sort: "at",
      isName: true,
      cell: ({ at }) => (
        <span className="font-normal whitespace-nowrap">
          <When at={at} timeZone={timeZone} seconds />
        </span>
      ),
    },
    {
      id: "actor",
      title: t("actor"),
      cell: ({ actor }) => (
        <>
          <span className="whitespace-nowrap">
            <ActorName actor={actor} />
          </span>
          <span className="block whitespace-nowrap text-ink-soft">
            {roles.has(actor.role as "Job") ? roles(actor.role as "Job") : actor.role}
          </span>
        </>
      ),
    },
    {
      id: "deed",
      title: t("deed"),
      cell: (audit) => {
        const { action, entity, entityName } = audit;
        const href = pageOf(home, audit);
        const name = <ThingName audit={audit} />;
        return (
          <>
            <DeedName action={action} />
            <span className="block text-ink-soft">
              {entityName && `${t(`entities.${entity}`)} `}
              {/* A number is read in one piece. */}
              <span className={isNumbered(entity) ? "whitespace-nowrap" : undefined}>
                {href ? (
                  <Link href={href} className="link">
                    {name}
                  </Link>
                ) : (
                  name
                )}
              </span>
            </span>
          </>
        );
      },
    },
    { id: "step", title: t("step"), cell: (audit) => <AuditStep {...audit} /> },
    {
      id: "changed",
      title: t("changed"),
      cell: (audit) => <AuditChanges {...audit} timeZone={timeZone} />,
    },
  ];
}

const isNumbered = (entity: AuditView["entity"]) => entity === "Booking" || entity === "Session";

/** Where the thing has a page in the console; only an admin has one for a business or a text. */
function pageOf(
  home: string,
  { entity, entityId: id, entityName }: Pick<AuditView, "entity" | "entityId" | "entityName">,
): string | null {
  if (entity === "Booking") return `${home}/bookings/${id}`;
  if (entity === "Station") return `${home}/stations/${id}`;
  if (home !== "/admin") return null;
  if (entity === "Business") return `/admin/businesses/${id}`;
  // A draft that was discarded has no name any more, and no page.
  return entity === "Content" && entityName !== null ? `/admin/content/${id}` : null;
}
