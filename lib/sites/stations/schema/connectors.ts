import { z } from "zod";

import { fault } from "@/lib/core/fault";
import { connectorStandard, idOf, plainLine, within } from "@/lib/core/fields";

export const connectorStatus = z.enum(["Active", "OutOfOrder", "Inactive"]);
export type ConnectorStatus = z.infer<typeof connectorStatus>;

export const mostPowerKw = 2_000;
const plug = plainLine(40).toUpperCase().pipe(connectorStandard);
/** From a watt on: what is stored are whole watts. */
const power = z.number().min(0.001).max(mostPowerKw).nullish();

const fields = z.strictObject({
  number: within(z.int(), 1, 999),
  standard: plug.optional(),
  standards: z.array(plug).min(1).max(6).optional(),
  /** What all of its plugs give. */
  maxPowerKw: power,
  /** Its plugs where each is told what it gives. */
  plugs: z
    .array(z.strictObject({ standard: plug, maxPowerKw: power }))
    .min(1)
    .max(6)
    .optional(),
  status: connectorStatus.optional(),
});

type Told = Partial<
  Pick<z.infer<typeof fields>, "standard" | "standards" | "maxPowerKw" | "plugs">
>;

/** What is told beside `plugs` says the same, so that a connector may be sent back as it was read. */
function isOfOneMind({ standard, standards, maxPowerKw, plugs }: Told): boolean {
  if (plugs === undefined) return true;
  const names = new Set(plugs.map((one) => one.standard));
  const told = standards ?? (standard === undefined ? [...names] : [standard]);
  const most = Math.max(...plugs.map((one) => one.maxPowerKw ?? 0)) || null;
  return (
    names.symmetricDifference(new Set(told)).size === 0 &&
    (maxPowerKw === undefined || maxPowerKw === most)
  );
}
const ofOneMind: [typeof isOfOneMind, { path: string[]; error: string }] = [
  isOfOneMind,
  { path: ["plugs"], error: fault("plugs_differ") },
];

export const ConnectorInput = fields.refine(...ofOneMind);
export type ConnectorInput = z.infer<typeof ConnectorInput>;
export const UpdateConnector = fields.partial().refine(...ofOneMind);
export type UpdateConnector = z.infer<typeof UpdateConnector>;
/** One that the station has already may be told by its id, and keeps its number. */
export const KnownConnector = fields
  .extend({ connectorId: idOf("connector_id").optional() })
  .refine(...ofOneMind);
export type KnownConnector = z.infer<typeof KnownConnector>;

/** The most connectors that a station is made with. */
export const mostConnectors = 100;

/** So many connectors of one kind, as a form asks for them. */
const ConnectorKind = z.strictObject({
  count: within(z.int(), 1, mostConnectors),
  standard: plug,
  maxPowerKw: z.number().min(0.001).max(mostPowerKw),
});

/** The connectors of a new station told by their kinds: each of them, numbered from 1 in that order. */
export const ConnectorKinds = z
  .array(ConnectorKind)
  .min(1, fault("no_connectors"))
  .refine((kinds) => kinds.reduce((sum, { count }) => sum + count, 0) <= mostConnectors, {
    error: fault("at_most", { most: mostConnectors }),
  })
  .transform((kinds) =>
    kinds
      .flatMap(({ count, ...kind }) => Array.from({ length: count }, () => kind))
      .map((kind, index): ConnectorInput => ({ ...kind, number: index + 1 })),
  );
