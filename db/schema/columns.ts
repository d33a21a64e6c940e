import { bigint, timestamp, uuid } from "drizzle-orm/pg-core";

/** An instant, stored as `timestamptz` with millisecond precision, read as a Date. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** The primary key: a UUIDv7 made by the application. */
export const id = () => uuid("id").primaryKey();

/** An amount in the currency's smallest unit. */
export const minor = (name: string) => bigint(name, { mode: "number" });

/** Energy in watt-hours. */
export const wattHours = (name: string) => bigint(name, { mode: "number" });
