import type { ConnectorOutcomes } from "./judge-weeks";

/** One failure may be chance. */
const fewestFailures = 2;

/** A connector that fails more often than its station. */
export interface Failing extends ConnectorOutcomes {
  readonly stationEnded: number;
  readonly stationFailed: number;
}

/**
 * The connectors on which sessions were aborted at least twice as often as at their station as a whole, and twice at
 * all; the one that fails most often first, then by number.
 */
export function failingConnectors(connectors: readonly ConnectorOutcomes[]): Failing[] {
  const stationEnded = sum(connectors.map(({ ended }) => ended));
  const stationFailed = sum(connectors.map(({ failed }) => failed));
  return connectors
    .filter(
      ({ ended, failed }) =>
        failed >= fewestFailures && failed * stationEnded >= 2 * stationFailed * ended,
    )
    .map((connector) => ({ ...connector, stationEnded, stationFailed }))
    .toSorted(
      (one, other) =>
        other.failed * one.ended - one.failed * other.ended || one.number - other.number,
    );
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
