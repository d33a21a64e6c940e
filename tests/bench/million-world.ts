import type postgres from "postgres";

import { createDatabase, type Database } from "@/db/client";
import { stationsCsv } from "@/db/seed/data";
import { jobActor } from "@/lib/core/job-actor";
import { makeContext } from "@/lib/process/wiring";
import { importStations } from "@/lib/sites/stations";

import { createTestDatabase, dropTestDatabase } from "../support/cluster";
import { energyTariff, makeBusiness, testConfig } from "../support/world";

/** Copies of the real stations, by how many stations there are with them. */
const sizes = { "4.7 k": 0, "100 k": 20, "1 M": 211 };
export type Size = keyof typeof sizes;

/** A database of so many stations. */
interface Sized {
  readonly size: Size;
  readonly database: Database;
  readonly url: string;
}

/** Does something with the real set alone, and with more and more copies of it elsewhere, in one database. */
export async function atEachSize(work: (sized: Sized) => Promise<void>): Promise<void> {
  const url = await createTestDatabase();
  const database = createDatabase(url, { max: 4, name: "bench", work: "command" });
  try {
    let made = 0;
    await makeState(database);
    for (const [size, copies] of Object.entries(sizes) as [Size, number][]) {
      if (copies > made) await addCopies(database, made + 1, copies);
      made = copies;
      await work({ size, database, url });
    }
  } finally {
    await database.close();
    await dropTestDatabase(url);
  }
}

/** One in so many stations is run by a business, and has slots of a week. */
const bookableEvery = 100;

/** The real stations of New York State, some of which a business runs. */
async function makeState({ db, sql }: Database): Promise<void> {
  const ctx = makeContext({ db, actor: jobActor("import"), config: testConfig });
  await importStations(ctx, { source: Buffer.from(stationsCsv()) });
  const { id } = await makeBusiness(db);
  await sql`
    update stations set business_id = ${id} from (
      select id, row_number() over (order by name, id) as at from stations
    ) numbered where numbered.id = stations.id and numbered.at % ${bookableEvery} = 0`;
  const { mode, currency, perKwhMinor, taxMilliPercent } = energyTariff;
  await sql`
    insert into tariffs (id, station_id, mode, currency, per_kwh_minor, tax_milli_percent, created_at)
    select gen_random_uuid(), id, ${mode}, ${currency}, ${perKwhMinor}, ${taxMilliPercent}, now()
    from stations where business_id is not null`;
  await sql`
    insert into slots (station_id, place_group, starts_at, ends_at, capacity, reserved, open_places, updated_at)
    select id, 1, hour, hour + interval '1 hour', 4, extract(hour from hour)::int % 5, '1111', now()
    from stations, generate_series(date_trunc('hour', now()), now() + interval '7 days', '1 hour') hour
    where business_id is not null`;
  await sql`vacuum analyze`;
}

/** Degrees between two copies, which do not overlap, and how many stand on the same latitudes. */
const apart = { east: 8, south: 5, inRow: 44 };

/** The row's id in the copy `made.copy`: the first eight digits say which. */
const copied = (column: string) =>
  `(lpad(to_hex(made.copy), 8, '0') || substr(${column}::text, 9))::uuid`;
const longitude = `row.longitude + (made.copy % ${apart.inRow}) * ${apart.east}`;

/** Of each table in what its rows' copies differ, and which rows are copied. */
const tables = {
  stations: {
    id: copied("row.id"),
    longitude: `case when ${longitude} >= 180 then ${longitude} - 360 else ${longitude} end`,
    latitude: `row.latitude - (made.copy / ${apart.inRow}) * ${apart.south}`,
    source: "null",
    source_id: "null",
    source_key: "null",
  },
  connectors: { id: copied("row.id"), station_id: copied("row.station_id") },
  tariffs: { id: copied("row.id"), station_id: copied("row.station_id") },
  slots: { station_id: copied("row.station_id") },
} as const;

/** Adds copies `from` to `to` of the real stations with all that is theirs, each copy elsewhere on the globe. */
async function addCopies({ sql }: Database, from: number, to: number): Promise<void> {
  for (const [table, changes] of Object.entries(tables)) {
    await withoutIndexes(sql, table, async (tx) => {
      const columns = await columnsOf(tx, table);
      const values = columns.map((name) => Reflect.get(changes, name) ?? `row.${name}`);
      const key = table === "stations" ? "id" : "station_id";
      await tx.unsafe(`
        insert into ${table} (${columns.join(", ")})
        select ${values.join(", ")} from ${table} row, generate_series(${from}, ${to}) made(copy)
        where row.${key}::text not like '00000%'`);
    });
    await sql.unsafe(`vacuum analyze ${table}`);
  }
}

/** Does it in a transaction without the table's indexes and without looking at what it refers to: many times as fast. */
async function withoutIndexes(
  sql: postgres.Sql,
  table: string,
  work: (tx: postgres.TransactionSql) => Promise<void>,
): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`set local maintenance_work_mem = '512MB'`;
    const indexes = await tx<{ name: string; definition: string }[]>`
      select indexname as name, indexdef as definition from pg_indexes
      where tablename = ${table} and indexname not in (select conname from pg_constraint)`;
    for (const { name } of indexes) await tx`drop index ${tx(name)}`;
    await work(tx);
    for (const { definition } of indexes) await tx.unsafe(definition);
  });
}

/** Those that are written, not reckoned. */
async function columnsOf(tx: postgres.TransactionSql, table: string): Promise<string[]> {
  const rows = await tx<{ name: string }[]>`
    select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`;
  return rows.map(({ name }) => name);
}
