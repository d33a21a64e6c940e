import { describe, expect, test } from "vitest";

import { ports } from "../support/architecture/port-checks";
import { projectOf, readProject } from "../support/architecture/project";

test("every question to a higher room is declared once, by the lowest that asks", () => {
  expect(ports(readProject())).toEqual([]);
});

const declaring = (members: string) => `import type { Context } from "@/lib/core/context";
export interface Range { a: string }
declare module "@/lib/core/context" {
  interface Ports { ${members} }
}
`;

const house = {
  "lib/core/context.ts": "export interface Ports {}",
  "lib/sites/stations/ports.ts": declaring("isBusy(ctx: Context): Promise<boolean>;"),
  "lib/sites/stations/close-station.ts": "export const close = (ctx) => ctx.ports.isBusy(ctx);",
  "lib/charging/bookings/close-booking.ts": "export const close = (ctx) => ctx.ports.isBusy(ctx);",
};

describe("the check sees what is planted", () => {
  test("a faultless house passes", () => expect(ports(projectOf(house))).toEqual([]));

  test.for([
    [
      "lib/charging/bookings/ports.ts",
      declaring("isBusy(ctx: Context): Promise<boolean>;"),
      "isBusy is declared by sites/stations too",
    ],
    [
      "lib/people/accounts/close-account.ts",
      "export const close = (ctx) => ctx.ports.isBusy(ctx);",
      "asks isBusy, which neither it nor a lower room declares",
    ],
    [
      "lib/people/accounts/close-account.ts",
      "export const close = (ctx) => ctx.ports.unknown(ctx);",
      "asks unknown, which neither it nor a lower room declares",
    ],
    [
      "lib/charging/bookings/ports.ts",
      `${declaring("isOpen(): boolean;")}export const most = 3;`,
      "holds more than types",
    ],
    [
      "lib/charging/bookings/ports.ts",
      'import { x } from "./rules";\nexport interface X {}',
      "holds more than types",
    ],
    [
      "lib/charging/bookings/rules.ts",
      declaring("isOpen(): boolean;"),
      "declares ports outside ports.ts",
    ],
  ])("%s", ([path = "", code = "", fault = ""]) => {
    expect(ports(projectOf({ ...house, [path]: code }))).toEqual([`${path}: ${fault}`]);
  });
});
