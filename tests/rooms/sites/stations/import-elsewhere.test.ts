import { expect, it } from "vitest";

import { weekdays } from "@/lib/core/calendar";

import { importing } from "./importing";

// Files of other places than New York, in the shapes of the public documents: the whole header of the Alternative Fuels
// Data Center, with Canadian rows, and Locations of OCPI 2.1.1, 2.2.1 and 2.3.0.

const { take, stored } = await importing();

const columns =
  "Fuel Type Code,Station Name,Street Address,Intersection Directions,City,State,ZIP,Plus4,Station Phone,Status Code,Expected Date,Groups With Access Code,Access Days Time,Cards Accepted,BD Blends,NG Fill Type Code,NG PSI,EV Level1 EVSE Num,EV Level2 EVSE Num,EV DC Fast Count,EV Other Info,EV Network,EV Network Web,Geocode Status,Latitude,Longitude,Date Last Confirmed,ID,Updated At,Owner Type Code,Federal Agency ID,Federal Agency Name,Open Date,Hydrogen Status Link,NG Vehicle Class,LPG Primary,E85 Blender Pump,EV Connector Types,Country,Intersection Directions (French),Access Days Time (French),BD Blends (French),Groups With Access Code (French),Hydrogen Is Retail,Access Code,Access Detail Code,Federal Agency Code,Facility Type,CNG Dispenser Num,EV On-Site Renewable Source,Restricted Access,NPS Unit Name,EV Pricing,EV Pricing (French),Maximum Vehicle Class,EV Workplace Charging".split(
    ",",
  );
const row = (values: Record<string, string>) =>
  columns
    .map((name) => (values[name]?.includes(",") ? `"${values[name]}"` : (values[name] ?? "")))
    .join(",");

it("the whole file of the Alternative Fuels Data Center, of any state and province and of every fuel", async () => {
  const place = {
    "Fuel Type Code": "ELEC",
    "Status Code": "E",
    Country: "CA",
    "EV Level2 EVSE Num": "2",
  };
  const rows = [
    row({
      ...place,
      ID: "C1",
      "Station Name": "Hôtel Château-Laurier",
      "Street Address": "1220, place George-V Ouest",
      City: "Québec",
      State: "QC",
      ZIP: "G1R 5B8",
      "Station Phone": "418-522-8108",
      Latitude: "46.8059",
      Longitude: "-71.2211",
      "EV Connector Types": "J1772",
      "EV Pricing": "$1.50 per hour",
      "Access Days Time": "24 hours daily",
      "Access Days Time (French)": "24 heures par jour",
    }),
    row({
      ...place,
      ID: "C2",
      "Station Name": "Signal Hill",
      "Street Address": "230 Signal Hill Rd",
      City: "St. John's",
      State: "NL",
      Latitude: "47.5706",
      Longitude: "-52.6819",
      "EV DC Fast Count": "1",
      "EV Connector Types": "CHADEMO J1772COMBO J1772",
    }),
    row({
      "Fuel Type Code": "ELEC",
      "Status Code": "T",
      Country: "US",
      ID: "U1",
      "Station Name": "Kona Commons",
      "Street Address": "74-5450 Makala Blvd",
      City: "Kailua-Kona",
      State: "HI",
      Latitude: "19.6496",
      Longitude: "-156.0075",
      "EV DC Fast Count": "4.0",
      "EV Connector Types": "TESLA",
      "Groups With Access Code": "TEMPORARILY UNAVAILABLE (Public)",
    }),
    row({
      "Fuel Type Code": "CNG",
      "Status Code": "E",
      Country: "US",
      ID: "U2",
      "Station Name": "Gas",
      Latitude: "35",
      Longitude: "-90",
    }),
  ];
  const report = await take({
    source: Buffer.from(`\uFEFF${[columns.join(","), ...rows].join("\r\n")}\r\n`),
  });
  expect(report.rows).toMatchObject([
    { key: "C1", outcome: "created" },
    { key: "C2", outcome: "created" },
    { key: "U1", outcome: "created" },
    { key: "U2", outcome: "refused", why: "It sells CNG, not electricity." },
  ]);
  expect(report.notes[0]?.text).toContain("Access Days Time (French)");
  expect(await stored("C1")).toMatchObject({
    name: "Hôtel Château-Laurier",
    address: "1220, place George-V Ouest, Québec, QC G1R 5B8",
    timeZone: "America/Toronto",
    phone: "+14185228108",
  });
  expect((await stored("C2")).timeZone).toBe("America/St_Johns");
  const kona = await stored("U1");
  expect(kona).toMatchObject({ timeZone: "Pacific/Honolulu", status: "Maintenance", type: "DC" });
  expect(kona.places).toHaveLength(4);
});

const plug = { id: "1", format: "SOCKET", last_updated: "2026-01-01T00:00:00Z" };
const common = {
  name: "Kaai",
  address: "Kaai 1",
  city: "Gent",
  postal_code: "9000",
  country: "BEL",
  coordinates: { latitude: "51.047599", longitude: "3.729944" },
  last_updated: "2026-01-01T00:00:00Z",
};

it("a Location of OCPI 2.1.1, which names no party and no zone", async () => {
  const location = {
    ...common,
    id: "LOC211",
    type: "ON_STREET",
    related_locations: [],
    directions: [],
    evses: [
      {
        uid: "3256",
        evse_id: "BE-BEC-E041503001",
        status: "AVAILABLE",
        status_schedule: [],
        capabilities: ["RESERVABLE"],
        connectors: [
          {
            ...plug,
            standard: "IEC_62196_T2",
            power_type: "AC_3_PHASE",
            voltage: 230,
            amperage: 64,
            tariff_id: "11",
          },
        ],
        physical_reference: "1",
        floor_level: "-1",
        last_updated: "2026-01-01T00:00:00Z",
      },
    ],
    operator: { name: "BeCharged" },
    opening_times: {
      twentyfourseven: false,
      regular_hours: weekdays.map((_, index) => ({
        weekday: index + 1,
        period_begin: "01:00",
        period_end: "06:00",
      })),
      exceptional_closings: [],
    },
  };
  const envelope = {
    data: [location],
    status_code: 1000,
    status_message: "Success",
    timestamp: "2026-01-01T00:00:00Z",
  };
  expect((await take({ source: JSON.stringify(envelope) })).counts.created).toBe(1);
  const station = await stored("LOC211");
  expect(station).toMatchObject({ timeZone: "Europe/Brussels", network: "BeCharged", type: "AC" });
  expect(station.places).toMatchObject([{ maxPowerW: 44_160, standards: ["IEC_62196_T2"] }]);
});

it("one Location of OCPI 2.2.1, by itself as it is pushed", async () => {
  const location = {
    ...common,
    country_code: "BE",
    party_id: "BEC",
    id: "LOC221",
    publish: false,
    publish_allowed_to: [{ visual_number: "12345-67", issuer: "NewMotion" }],
    parking_type: "UNDERGROUND_GARAGE",
    time_zone: "Europe/Brussels",
    facilities: ["HOTEL"],
    charging_when_closed: true,
    energy_mix: { is_green_energy: true },
    evses: [
      {
        uid: "1",
        status: "OUTOFORDER",
        connectors: [
          {
            ...plug,
            standard: "CHADEMO",
            power_type: "DC",
            max_voltage: 400,
            max_amperage: 125,
            max_electric_power: 50_000,
            tariff_ids: ["11"],
          },
        ],
      },
      {
        uid: "2",
        status: "REMOVED",
        connectors: [
          { ...plug, standard: "CHADEMO", power_type: "DC", max_voltage: 400, max_amperage: 125 },
        ],
      },
    ],
  };
  const report = await take({ source: JSON.stringify(location) });
  expect(report.counts.created).toBe(1);
  expect(report.notes[0]?.text).toContain(
    "publish_allowed_to, parking_type, facilities, charging_when_closed",
  );
  const station = await stored("BE*BEC*LOC221");
  expect(station).toMatchObject({ status: "Inactive", type: "DC" });
  expect(station.places).toMatchObject([{ maxPowerW: 50_000, status: "OutOfOrder" }]);
});

it("a Location of OCPI 2.3.0, with its help desk, parking places and newer plugs", async () => {
  const location = {
    ...common,
    country_code: "BE",
    party_id: "BEC",
    id: "LOC230",
    publish: true,
    time_zone: "Europe/Brussels",
    help_phone: "09 123 45 67",
    parking_places: [
      {
        id: "p1",
        vehicle_types: ["PERSONAL_VEHICLE"],
        restricted_to_type: true,
        reservation_required: false,
      },
    ],
    evses: [
      {
        uid: "1",
        status: "CHARGING",
        parking: [{ parking_id: "p1" }],
        accepted_service_providers: ["X"],
        connectors: [
          {
            ...plug,
            standard: "MCS",
            power_type: "DC",
            max_voltage: 1_000,
            max_amperage: 1_500,
            max_electric_power: 1_500_000,
            capabilities: ["ISO_15118_20_PLUG_AND_CHARGE"],
          },
        ],
      },
      {
        uid: "2",
        status: "PLANNED",
        connectors: [
          { ...plug, standard: "SAE_J3400", power_type: "DC", max_electric_power: 250_000 },
        ],
      },
    ],
  };
  const report = await take({ source: JSON.stringify({ data: location, status_code: 1000 }) });
  expect(report.rows).toEqual([{ row: 1, key: "BE*BEC*LOC230", outcome: "created" }]);
  const station = await stored("BE*BEC*LOC230");
  expect(station.phone).toBe("+3291234567");
  expect(station.places).toMatchObject([
    { standards: ["MCS"], maxPowerW: 1_500_000, status: "Active" },
    { standards: ["SAE_J3400"], maxPowerW: 250_000, status: "Inactive" },
  ]);
});

it("keeps what each plug of a place gives, the most of those that are the same", async () => {
  const dc = (standard: string, max_electric_power?: number) => ({
    ...plug,
    standard,
    power_type: "DC",
    ...(max_electric_power !== undefined && { max_electric_power }),
  });
  const ccs = "IEC_62196_T2_COMBO";
  const location = {
    ...common,
    country_code: "BE",
    party_id: "BEC",
    id: "LOCPLUGS",
    publish: true,
    time_zone: "Europe/Brussels",
    evses: [
      { uid: "1", connectors: [dc(ccs, 150_000), dc("CHADEMO", 50_000)] },
      { uid: "2", connectors: [dc(ccs, 50_000), dc("CHADEMO", 50_000), dc(ccs, 50_000)] },
      { uid: "3", connectors: [dc(ccs, 50_000), dc(ccs, 300_000), dc("CHADEMO")] },
    ],
  };
  const source = JSON.stringify({ data: location, status_code: 1000 });
  await take({ source });
  const { places } = await stored("BE*BEC*LOCPLUGS");
  const both = ["CHADEMO", ccs];
  expect(places).toMatchObject([
    { standards: both, maxPowerW: 150_000, plugPowersW: [50_000, 150_000] },
    { standards: both, maxPowerW: 50_000, plugPowersW: null },
    { standards: both, maxPowerW: 300_000, plugPowersW: [null, 300_000] },
  ]);
  const { counts } = await take({ source });
  expect(counts).toMatchObject({ unchanged: 1 });
});

it("files that are something else say what was looked for", async () => {
  for (const [source, why] of [
    ['{"fuel_stations":[{"id":1}]}', "no list of OCPI Locations"],
    ['{"type":"FeatureCollection","features":[]}', "no list of OCPI Locations"],
    ['[{"id":1},{"id"', "not valid JSON"],
    ["Name;Ort\nA;B", "no column ID, Station Name, Latitude, Longitude"],
    ["_id,CP ID,Connector,Start Date\n1,51516,2,x", "no column ID, Station Name"],
    ["<html></html>", "no column ID"],
    ["", "it is empty"],
    ["sep=;\n", "it is empty"],
  ] as const) {
    await expect(take({ source }), source).rejects.toThrow(why);
  }
  const broken = await take({ source: '[{"id":"B1",}, 5, {"id":"B2"}]' });
  expect(broken.rows.map(({ code }) => code)).toEqual(["row_not_json", "object", "missing"]);
});
