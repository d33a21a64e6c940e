import type { ConnectorView } from "@/lib/sites/stations/schema";

import type { KeptAct } from "../offline/act";

/** A station as its gate needs it: its name, and its connectors in service. */
export interface GateStation {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly connectors: readonly GateConnector[];
}

/** A connector, and when it closes where that is soon: whoever stands there must leave then. */
export type GateConnector = ConnectorView & { readonly closesAt?: string };

/** A car that charges, as far as its connector goes. */
interface Charging {
  readonly bookingId: string;
  readonly connector: { readonly id: string };
}

/**
 * The station's connectors that a car can be let in on as far as this phone knows, lowest number first: no car on
 * them by the queue, and none that was let in or out here since.
 */
export function freeConnectors(
  { connectors }: Pick<GateStation, "connectors">,
  charging: readonly Charging[],
  acts: readonly KeptAct[],
): GateConnector[] {
  const waiting = acts.filter(({ state }) => state === "Waiting").map(({ act }) => act);
  const over = new Set(
    waiting.flatMap(({ kind, bookingId }) => (kind === "Finalize" ? [bookingId] : [])),
  );
  const taken = new Set([
    ...charging.filter((one) => !over.has(one.bookingId)).map(({ connector }) => connector.id),
    ...waiting.flatMap((act) =>
      act.kind === "CheckIn" && !over.has(act.bookingId) ? [act.connectorId] : [],
    ),
  ]);
  return connectors
    .filter(({ id }) => !taken.has(id))
    .toSorted((one, other) => one.number - other.number);
}

/**
 * The connector that is proposed of those free: the one that was chosen, else the first in the server's order of those
 * that suit the car, by the one rule of both (`suitingConnectorIds` of the queue); null where none of them is free.
 */
export function proposed(
  free: readonly ConnectorView[],
  chosen: string | undefined,
  suiting: readonly string[],
): ConnectorView | null {
  const wanted = chosen === undefined ? suiting : [chosen, ...suiting];
  return wanted.map((id) => free.find((one) => one.id === id)).find(Boolean) ?? null;
}
