import { minuteMs } from "@/lib/core/durations";
import type { Place } from "../map/geometry";

/** Why the reader's position is not known: whether they do not allow it. */
export class PositionUnknown extends Error {
  constructor(readonly denied: boolean) {
    super("The position is not known.");
  }
}

/** Asks the browser where the reader is. Throws PositionUnknown. */
export function locate(): Promise<Place> {
  return new Promise((resolve, reject) => {
    if (!("geolocation" in navigator)) {
      reject(new PositionUnknown(false));
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lat: coords.latitude, lng: coords.longitude }),
      (error) => reject(new PositionUnknown(error.code === error.PERMISSION_DENIED)),
      { maximumAge: minuteMs, timeout: 10_000 },
    );
  });
}

/** Where the reader is, if they have allowed it before: without a question, and null where it is not known. */
export async function locateIfAllowed(): Promise<Place | null> {
  try {
    const { state } = await navigator.permissions.query({ name: "geolocation" });
    return state === "granted" ? await locate() : null;
  } catch {
    return null;
  }
}
