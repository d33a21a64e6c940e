/** One row of AFDC's file by its columns' names; an over may change them and add others. */
export function afdcRow(id: string, over: Readonly<Record<string, string>> = {}) {
  return {
    ID: id,
    "Station Name": "Pier",
    "Street Address": "1 Quay",
    City: "Albany",
    State: "NY",
    ZIP: "12207",
    Country: "US",
    Latitude: "42.65",
    Longitude: "-73.75",
    "EV Level2 EVSE Num": "2",
    ...over,
  };
}

/** A file of such rows, which have the first one's columns. Values are written as they are: none may hold the comma. */
export function afdcFile(rows: readonly Readonly<Record<string, string>>[], comma = ","): string {
  const columns = Object.keys(rows[0] ?? afdcRow(""));
  const lines = rows.map((row) => columns.map((column) => row[column] ?? "").join(comma));
  return [columns.join(comma), ...lines].join("\n");
}

/** One location of an OCPI file. */
export const ocpiLocation = (id: string, over: object = {}) => ({
  country_code: "NL",
  party_id: "TST",
  id,
  name: "Pier",
  address: "Kade 1",
  country: "NLD",
  coordinates: { latitude: 51.887654, longitude: 5.434321 },
  evses: [{ connectors: [{ standard: "IEC_62196_T2" }] }],
  ...over,
});
