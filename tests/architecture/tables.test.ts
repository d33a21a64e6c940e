import { describe, expect, test } from "vitest";

import { projectOf, readProject } from "../support/architecture/project";
import * as checks from "../support/architecture/table-checks";

test("every part writes its own tables alone", () =>
  expect(checks.ownTables(readProject())).toEqual([]));

describe("the check sees what is planted", () => {
  test("a table of another room", () => {
    const tables = {
      "db/schema/stations.ts": "",
      "db/schema/bookings.ts": "",
      "lib/sites/stations/index.ts": "",
      "lib/charging/bookings/index.ts": "",
    };
    const of = (path: string, code: string) =>
      checks.ownTables(projectOf({ ...tables, [path]: code }));
    const stations = 'import { stations } from "@/db/schema/stations";';
    expect(of("lib/charging/bookings/store.ts", `${stations} db.select().from(stations);`)).toEqual(
      [],
    );
    expect(
      of("lib/charging/bookings/store.ts", `${stations} db.update(stations).set({});`),
    ).toEqual(["lib/charging/bookings/store.ts: writes stations, a table of another room"]);
    const bookings = 'import { bookings } from "@/db/schema/bookings";';
    expect(of("lib/charging/bookings/store.ts", `${bookings} db.insert(bookings);`)).toEqual([]);
    expect(of("lib/sites/stations/store.ts", bookings)).toEqual([
      "lib/sites/stations/store.ts: reads the tables of bookings",
    ]);
  });

  describe("under the rooms", () => {
    const of = (path: string, code: string) =>
      checks.ownTables(
        projectOf({
          "db/schema/jobs.ts": "",
          "db/schema/http.ts": "",
          "db/schema/outbox.ts": "",
          "db/schema/bookings.ts": "",
          "lib/charging/bookings/index.ts": "",
          [path]: code,
        }),
      );
    const outbox = 'import { outboxEvents } from "@/db/schema/outbox";';
    const health = "lib/jobs/read-health.ts";

    test.for([
      "db.update(outboxEvents).set({});",
      "db.execute(sql`delete from ${outboxEvents} where true`);",
      "db.execute(sql`INSERT INTO ${outboxEvents} (id) values (1)`);",
    ])("what may read does not write: %s", (code) => {
      expect(of(health, `${outbox} db.select().from(outboxEvents);`)).toEqual([]);
      expect(of(health, `${outbox} ${code}`)).toEqual([
        `${health}: writes outboxEvents, a table of another room`,
      ]);
    });

    test("all tables of a room by one name", () => {
      const code = 'import * as all from "@/db/schema/outbox"; db.delete(all.outboxEvents);';
      expect(of(health, code)).toEqual([`${health}: writes all, a table of another room`]);
    });

    test.for(["lib/jobs/a.ts", "lib/http/a.ts", "lib/process/a.ts", health])("%s", (path) => {
      const code = 'import { bookings } from "@/db/schema/bookings"; db.select().from(bookings);';
      expect(of(path, code)).toEqual([`${path}: reads the tables of bookings`]);
      expect(of(path, 'import { jobRuns } from "@/db/schema/jobs"; db.delete(jobRuns);')).toEqual(
        [],
      );
    });
  });
});
