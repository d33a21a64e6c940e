import { type Node, Visitor } from "oxc-parser";

import { modulesOf } from "./modules";
import type { Check } from "./project";

/** What shows a thing by its status and offers nothing by it, each with what it shows. */
const DISPLAYS: Readonly<Record<string, string>> = {
  "components/offline/read-answer.ts": "a booking that its owner cancelled twice is cancelled",
  "app/(site)/stations/[id]/page.tsx": "badges and remarks: closed, under repair",
  "app/(site)/stations/[id]/station-head.tsx": "badges and remarks: closed, under repair",
  "app/_console/bookings/read-view.ts": "a list that is filtered by what waits is a queue",
  "app/_console/stations/station-connectors.tsx": "connectors that were taken away are left out",
  "app/admin/businesses/[id]/page.tsx": "figures and settings, which a running business alone has",
  "app/operator/gate-stations.ts": "connectors out of service are left out",
  "app/owner/bookings/[id]/page.tsx": "the code, which an active account sees once it is approved",
  "app/owner/qr/page.tsx": "codes, which an active account sees",
  "app/owner/page.tsx": "remarks: booked, waiting, an account that only reads",
  "components/queue/arrival-rows.tsx": "the badge of a no-show who may still come",
  "components/station/place-groups.tsx": "the badge of a connector out of order",
};

/** Where pages and what they are made of lie; what the API takes and answers is no page. */
const isShown = (path: string) => /^(app|components)\//.test(path) && !path.startsWith("app/api/");

/**
 * What may be done with a thing, its `can` says, and no page, action or component asks its status or state for it
 * (architecture.md, States). Sees a status compared with a value written as statuses are, and a list asked for it.
 */
export const offers: Check = (project) =>
  asking(project).flatMap(({ path, faults }) =>
    Object.hasOwn(DISPLAYS, path) ? [] : faults.map((fault) => `${path}: ${fault}`),
  );

/** Displays that ask no status any more, or are not there. */
export const staleDisplays: Check = (project) => {
  const asks = new Set(asking(project).map(({ path }) => path));
  return Object.keys(DISPLAYS).filter((path) => !asks.has(path));
};

/** The pages and components that ask a status, and how. */
const asking = (project: Parameters<Check>[0]) =>
  [...modulesOf(project).values()].flatMap(({ path, program }) => {
    if (!isShown(path)) return [];
    const faults: string[] = [];
    new Visitor({
      BinaryExpression: ({ operator, left, right }) => {
        if (!/^[!=]==?$/.test(operator)) return;
        if ((isStatus(left) && isValue(right)) || (isStatus(right) && isValue(left))) {
          faults.push("asks a status; what may be done says `can`");
        }
      },
      SwitchStatement: ({ discriminant }) => {
        if (isStatus(discriminant)) faults.push("chooses by a status");
      },
      CallExpression: ({ callee, arguments: [asked] }) => {
        if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier") return;
        if (!/^(includes|indexOf|has)$/.test(callee.property.name)) return;
        if (asked && isStatus(asked)) faults.push("looks for a status in a list");
      },
    }).visit(program);
    return faults.length > 0 ? [{ path, faults }] : [];
  });

/** `status`, or that of a thing: `station.status`, `me?.status`. */
function isStatus(node: Node): boolean {
  if (node.type === "ChainExpression" || node.type === "ParenthesizedExpression") {
    return isStatus(node.expression);
  }
  if (node.type === "Identifier") return node.name === "status";
  return (
    node.type === "MemberExpression" &&
    node.property.type === "Identifier" &&
    node.property.name === "status"
  );
}

/** A status as they are written, `"Active"` or `stationStatus.enum.Active`; `"loading"` and 200 are none. */
function isValue(node: Node): boolean {
  if (node.type === "Literal") return typeof node.value === "string" && /^[A-Z]/.test(node.value);
  return node.type === "MemberExpression" && node.property.type === "Identifier"
    ? /^[A-Z]/.test(node.property.name)
    : false;
}
