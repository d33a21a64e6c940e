import type { RequestBusiness } from "@/lib/people/businesses/schema";
import type { PricingInput } from "@/lib/money/tariffs/schema";

/** A business of the demo: who it is, where its stations are, and what it charges. All invented. */
export interface DemoBusiness {
  readonly name: string;
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string };
  readonly address: string;
  readonly taxId: string;
  /** West, south, east, north. */
  readonly area: readonly [number, number, number, number];
  readonly stations: number;
  readonly prices: readonly PricingInput[];
}

const taxed = { currency: "USD", taxPercent: 8.875 } as const;

export const demoBusinesses: readonly DemoBusiness[] = [
  {
    name: "Five Boroughs Charging",
    contact: {
      name: "Dana Whitfield",
      email: "backoffice@demo.baybook.test",
      phone: "+12125550140",
    },
    address: "55 Water Street, New York, NY 10041",
    taxId: "13-4820571",
    area: [-74.05, 40.5, -73.7, 40.92],
    stations: 60,
    prices: [
      { mode: "Energy", perKwh: "0.49", perHour: "6.00", lateCancelFee: "5.00", ...taxed },
      { mode: "Hybrid", minimumFee: "4.00", perKwh: "0.45", perHour: "6.00", ...taxed },
    ],
  },
  {
    name: "Hudson Valley Electric Drive",
    contact: { name: "Peter Vance", email: "office@hvdrive.test", phone: "+18455550172" },
    address: "12 Market Street, Poughkeepsie, NY 12601",
    taxId: "14-2093388",
    area: [-74.6, 41.0, -73.5, 42.4],
    stations: 50,
    prices: [
      {
        mode: "Time",
        perHour: "3.50",
        billingIncrementMinutes: 30,
        lateCancelFee: "3.00",
        ...taxed,
      },
      { mode: "Flat", fee: "7.50", ...taxed },
    ],
  },
  {
    name: "Finger Lakes Plug & Go",
    contact: { name: "Marta Olsen", email: "office@flplug.test", phone: "+15855550119" },
    address: "240 Main Street, Buffalo, NY 14202",
    taxId: "16-7719024",
    area: [-79.2, 42.2, -76.3, 43.4],
    stations: 42,
    prices: [
      { mode: "Energy", perKwh: "0.38", perHour: "5.00", lateCancelFee: "4.00", ...taxed },
      { mode: "Flat", fee: "6.00", ...taxed },
    ],
  },
];

/** Businesses that wait for an answer. All invented. */
export const demoRequests: readonly RequestBusiness[] = [
  {
    businessName: "Adirondack Charge Co-op",
    contact: { name: "Nora Lindqvist", email: "nora@adkcharge.test", phone: "+15185550133" },
    billing: { address: "8 Lake Street, Saranac Lake, NY 12983", taxId: "14-5510277" },
    timeZone: "America/New_York",
  },
  {
    businessName: "Montauk Point Power",
    contact: { name: "Luis Ferreira", email: "luis@montaukpower.test", phone: "+16315550164" },
    billing: { address: "41 Harbor Road, Montauk, NY 11954" },
    timeZone: "America/New_York",
  },
];
