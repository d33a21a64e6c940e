import { endpoint } from "@/lib/http/endpoint";
import { otherMethods } from "@/lib/http/other-methods";
import { searchAddresses } from "@/lib/sites/stations";
import { Address, SearchAddresses } from "@/lib/sites/stations/schema";
import { z } from "zod";

export const GET = endpoint({
  tag: "Stations",
  summary: "Find where an address is",
  description:
    "At most five places, best first, from the installation's geocoder. Without one the answer is " +
    "`address.no_geocoder`, while it does not answer `address.unavailable`.",
  permission: "station.manage",
  query: SearchAddresses,
  returns: z.array(Address),
  examples: [{ name: "A street", query: { q: "1 Quay Street, Albany" } }],
  run: (ctx, { query }) => searchAddresses(ctx, query),
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET });
