import type { ConnectorView } from "@/lib/sites/stations/schema";

import type { KeptAct } from "../offline/act";

/** A station as its gate needs it: its name, and its connectors in service. */
export interface GateStation {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly connectors: readonly ConnectorView[];
}

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
): ConnectorView[] {
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

/** The connector that is proposed of those free: the first wished for that is among them, else the lowest. */
export function proposed(
  free: readonly ConnectorView[],
  ...wished: readonly (string | null | undefined)[]
): ConnectorView | null {
  const found = wished.map((id) => free.find((one) => one.id === id)).find(Boolean);
  return found ?? free[0] ?? null;
}
