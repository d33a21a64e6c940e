/** OCPI's connector types by the names that drivers use. Proper names: the same in every language. */
const names: Readonly<Record<string, string>> = {
  CHADEMO: "CHAdeMO",
  IEC_62196_T1: "J1772 (Type 1)",
  IEC_62196_T1_COMBO: "CCS 1",
  IEC_62196_T2: "Type 2",
  IEC_62196_T2_COMBO: "CCS 2",
  TESLA_R: "Tesla Roadster",
  TESLA_S: "Tesla / NACS",
  SAE_J3400: "NACS (J3400)",
  NEMA_5_20: "NEMA 5-20",
  NEMA_6_30: "NEMA 6-30",
  NEMA_6_50: "NEMA 6-50",
  NEMA_10_30: "NEMA 10-30",
  NEMA_10_50: "NEMA 10-50",
  NEMA_14_30: "NEMA 14-30",
  NEMA_14_50: "NEMA 14-50",
};

/** The plugs that a form offers. */
export const connectorStandards: readonly string[] = Object.keys(names);

/** What a plug is called; its OCPI type with spaces where it has no other name. */
export function connectorName(standard: string): string {
  return names[standard] ?? standard.replaceAll("_", " ");
}
