import { useSearchParams } from "next/navigation";
import { useSyncExternalStore } from "react";

import { keepChoice, keptChoice, onChoice } from "../ui/kept-choice";

const readKept = () => keptChoice("baybook.station");

/**
 * The station that the operator works at, among theirs: the one that the address names, else the one that was chosen last
 * on this device, on whichever page; null for all of them. No server is asked: it changes without network, too.
 */
export function useStation(stations: readonly { readonly id: string }[]) {
  const said = useSearchParams().get("stationId");
  const kept = useSyncExternalStore(onChoice, readKept, () => undefined);
  const own = (wanted?: string | null) => stations.find(({ id }) => id === wanted)?.id;
  const choose = (stationId: string | null) => {
    keepChoice("baybook.station", stationId ?? "");
    const { pathname, search } = window.location;
    const query = new URLSearchParams(search);
    if (stationId === null) query.delete("stationId");
    else query.set("stationId", stationId);
    window.history.replaceState(null, "", query.size === 0 ? pathname : `${pathname}?${query}`);
  };
  return [own(said) ?? own(kept) ?? null, choose] as const;
}
