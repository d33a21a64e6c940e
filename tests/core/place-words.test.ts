import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";

import { messages } from "@/components/i18n/messages/en";
import { alikePlaces, usePlaceWords } from "@/components/station/place-groups";

const ccs = ["IEC_62196_T2_COMBO"];
const both = ["IEC_62196_T2_COMBO", "CHADEMO"];
const places = [
  { number: 5, standards: both.toReversed(), maxPowerKw: 50, status: "Active" as const },
  { number: 3, standards: ccs, maxPowerKw: 150, status: "OutOfOrder" as const },
  { number: 1, standards: ccs, maxPowerKw: 150, status: "Active" as const },
  { number: 2, standards: both, maxPowerKw: 50, status: "Active" as const },
  { number: 4, standards: ccs, maxPowerKw: null, status: "Active" as const },
  {
    number: 7,
    standards: both,
    maxPowerKw: 150,
    plugs: [
      { standard: "IEC_62196_T2_COMBO", maxPowerKw: 150 },
      { standard: "CHADEMO", maxPowerKw: 62.5 },
    ],
    status: "Active" as const,
  },
  { number: 6, standards: ccs, maxPowerKw: 22.5, status: "Inactive" as const },
];

function Words() {
  return usePlaceWords().groups(alikePlaces(places));
}

it("says places by groups that are alike, in the order of their numbers, without those that are gone", () => {
  expect(alikePlaces(places).map(({ count, outOfOrder }) => [count, outOfOrder])).toEqual([
    [2, 1],
    [2, 0],
    [1, 0],
    [1, 0],
  ]);
  const provider = { locale: "en" as const, timeZone: "UTC", messages };
  const words = renderToStaticMarkup(
    // oxlint-disable-next-line react/no-children-prop -- its type asks for them
    createElement(NextIntlClientProvider, { ...provider, children: createElement(Words) }),
  );
  expect(words).toBe(
    "2 × CCS 2 · 150 kW, 2 × CCS 2 or CHAdeMO · 50 kW, 1 × CCS 2, 1 × CCS 2 · 150 kW or CHAdeMO · 62.5 kW",
  );
});
