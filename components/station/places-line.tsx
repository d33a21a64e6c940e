import { alikePlaces, usePlaceWords } from "./place-groups";

/** A station's places in one line: "3 × CCS 2 · 150 kW, 1 × CHAdeMO · 50 kW"; nothing of one that has none. */
export function PlacesLine({ connectors }: { connectors: Parameters<typeof alikePlaces>[0] }) {
  const { groups } = usePlaceWords();
  const alike = alikePlaces(connectors);
  if (alike.length === 0) return null;
  return <p className="text-sm text-ink-soft">{groups(alike)}</p>;
}
