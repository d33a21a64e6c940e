import tzLookup from "@photostructure/tz-lookup";

/** States of the USA that keep one time zone: surer than a position near a border. */
const zones: Readonly<Record<string, string>> = {
  "America/New_York": "CT DC DE GA MA MD ME NC NH NJ NY OH PA RI SC VA VT WV",
  "America/Chicago": "AL AR IA IL LA MN MO MS OK WI",
  "America/Denver": "CO MT NM UT WY",
  "America/Phoenix": "AZ",
  "America/Los_Angeles": "CA WA",
  "Pacific/Honolulu": "HI",
};

/** The time zone of a place: by its state where that has one alone, else by its position; null for no place. */
export function findTimeZone(place: {
  readonly country: string;
  readonly state: string;
  readonly latitude: number;
  readonly longitude: number;
}): string | null {
  if (place.country === "US" || place.country === "USA") {
    const known = Object.entries(zones).find(([, states]) =>
      states.split(" ").includes(place.state.toUpperCase()),
    );
    if (known) return known[0];
  }
  try {
    return tzLookup(place.latitude, place.longitude);
  } catch {
    return null;
  }
}
