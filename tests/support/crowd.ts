import { sql as raw } from "drizzle-orm";

import type { Db } from "@/lib/core/context";

import { energyTariff, makeBusiness, makeStation } from "./world";

const firstNames =
  "Nadeesha Kasun José Zoë Émilie Søren Łukasz Anna Oliver Ravi Priya Mehmet Chloé Björn Inês Tharindu Grace Noah Amélie Jürgen";
const lastNames =
  "Fernando Perera Silva Johnson O'Brien Müller García Kowalski Nguyen Sørensen Jayawardena Ivanov Çelik Dubois Novák Andersson Kumar Smith Wijesinghe Brown";
const names = (list: string) => raw`string_to_array(${list}, ' ')`;

/** How many owners and bookings there are, and of whom. */
export interface Crowd {
  readonly businessId: string;
  readonly stationIds: readonly string[];
}

/**
 * Owners and bookings in such numbers as a database has after years, inserted as they are in a few statements: names
 * with accents, plates, a booking an hour each, every fifth one with a receipt. At 200 stations of one business.
 */
export async function makeCrowd(
  db: Db,
  { owners, bookings }: { readonly owners: number; readonly bookings: number },
  crowd = "crowd",
): Promise<Crowd> {
  const { id: businessId } = await makeBusiness(db, "A Crowd");
  const stationIds: string[] = [];
  for (let made = 0; made < 200; made += 1) {
    const name = `Gare de l'Été ${made}`;
    stationIds.push((await makeStation(db, businessId, { name, connectors: 1 })).id);
  }
  await db.execute(raw`
    insert into users (id, role, status, email, phone, name, created_at, updated_at)
    select uuidv7(), 'EvOwner', 'Active', ${crowd}::text || n || '@example.test', ${crowd === "crowd" ? "+9477" : "+9478"}::text || lpad(n::text, 7, '0'),
      (${names(firstNames)})[1 + n % 20] || ' ' || (${names(lastNames)})[1 + (n / 20) % 20] || ' ' || n,
      now(), now()
    from generate_series(1, ${owners}) n`);
  await db.execute(raw`
    insert into owners (user_id, nic, country, vehicle_plate)
    select id, lpad((199000000000 + ${owners}::bigint * 10 + right(email_number, 7)::bigint)::text, 12, '0'), 'LK',
      'CAB-' || lpad(email_number, 6, '0')
    from (
      select id, substring(email from length(${crowd}::text) + 1 for position('@' in email) - length(${crowd}::text) - 1) as email_number
      from users where email like ${`${crowd}%`}
    ) crowd`);
  await db.execute(raw`
    insert into bookings (id, number, owner_id, station_id, business_id, starts_at, ends_at, status, vehicle_plate,
      tariff, estimate_minor, created_at, updated_at)
    select uuidv7(),
      ${crowd === "crowd" ? "BK-" : "BK-S"}::text || translate(upper(lpad(to_hex(n / 65536), 4, '2')), '0158ABE', '234679C') || '-'
        || translate(upper(lpad(to_hex(n % 65536), 4, '2')), '0158ABE', '234679C') || n,
      crowd.id, (${raw.param(stationIds)}::uuid[])[1 + n % 200], ${businessId},
      '2020-01-01Z'::timestamptz + (n / ${owners}) * interval '1 day' + (n % 24) * interval '1 hour',
      '2020-01-01Z'::timestamptz + (n / ${owners}) * interval '1 day' + (n % 24 + 1) * interval '1 hour',
      'Completed', crowd.plate, ${JSON.stringify(energyTariff)}::jsonb, 500, now(), now()
    from generate_series(0, ${bookings - 1}) n
    join (
      select row_number() over (order by users.id) - 1 as place, users.id, vehicle_plate as plate
      from users join owners on user_id = users.id where email like ${`${crowd}%`}
    ) crowd on crowd.place = n % ${owners}`);
  await db.execute(raw`analyze`);
  return { businessId, stationIds };
}
