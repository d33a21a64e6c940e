import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { mebibyte } from "@/lib/core/sizes";
import { importStations } from "@/lib/sites/stations";
import { ImportFile, ImportOptions, ImportReport } from "@/lib/sites/stations/schema";

export const POST = endpoint({
  tag: "Stations",
  summary: "Import stations from a file",
  description:
    "CSV with the columns of the Alternative Fuels Data Center, or OCPI Locations (2.1.1 to 2.3.0) as JSON; as the body itself or as `file` of a form, at most 10 MiB and 20,000 rows. What it is, is seen by what is in it, whatever its type or name. Every row is reported, of the refused the first 1,000; a broken one never stops the rest, and a second run changes nothing, so that an `Idempotency-Key` says nothing here. One import runs for a business at a time.",
  permission: "station.import",
  // A key would keep all batches in one transaction, and with it other businesses' imports and bookings waiting.
  idempotent: "no",
  query: ImportOptions,
  upload: {
    maxBytes: 10 * mebibyte,
    types: ["text/csv", "application/json", "text/plain", "application/octet-stream"],
    byContent: true,
    raw: true,
  },
  body: ImportFile,
  returns: ImportReport,
  examples: [
    {
      name: "Columns of the Alternative Fuels Data Center",
      body: "ID,Station Name,Street Address,City,State,ZIP,Country,Latitude,Longitude,EV Level2 EVSE Num,Access Days Time\n1517,Albany Pier,1 Quay Street,Albany,NY,12207,US,42.6502,-73.7469,2,24 hours daily\n",
    },
  ],
  run: (ctx, { query, body, request: { signal } }) =>
    importStations(ctx, { ...query, source: body.file.bytes, signal }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ POST });
