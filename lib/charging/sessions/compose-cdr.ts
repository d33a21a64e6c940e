import { alpha3Of } from "@/lib/core/countries";
import { hourMs } from "@/lib/core/durations";
import { toMajor } from "@/lib/core/money";
import { cut } from "@/lib/core/text";

import { billedMinutes } from "./rules";
import type { SessionRow } from "./store/sessions";

/**
 * The session as OCPI 2.2.1's CDR object, with who we are to roaming partners. Hours and kWh are decimals; the time
 * in which it stood paused is the parking time, a part of the total.
 */
export function composeCdr(
  session: SessionRow & { readonly endedAt: Date; readonly pausedMs: number },
  { countryCode, partyId }: { readonly countryCode: string; readonly partyId: string },
): Record<string, unknown> {
  const party = { country_code: countryCode, party_id: partyId };
  const hours = round4(billedMinutes(session.startedAt, session.endedAt) / 60);
  const kWh = (session.energyWh ?? 0) / 1_000;
  const price = (minor: number | null) => Number(toMajor(minor ?? 0, session.currency));
  return {
    ...party,
    id: session.id,
    start_date_time: session.startedAt.toISOString(),
    end_date_time: session.endedAt.toISOString(),
    session_id: session.id,
    cdr_token: {
      ...party,
      uid: session.bookingId,
      type: "APP_USER",
      contract_id: session.bookingNumber,
    },
    auth_method: "COMMAND",
    authorization_reference: session.bookingNumber,
    cdr_location: locationOf(session, countryCode),
    currency: session.currency,
    charging_periods: [
      {
        start_date_time: session.startedAt.toISOString(),
        dimensions: [
          ...(session.metered ? [{ type: "ENERGY", volume: kWh }] : []),
          { type: "TIME", volume: hours },
        ],
      },
    ],
    total_cost: {
      excl_vat: price(session.subtotalMinor),
      incl_vat: price(session.totalMinor),
    },
    total_fixed_cost: { excl_vat: price(session.feeMinor) },
    total_energy: kWh,
    total_energy_cost: { excl_vat: price(session.energyMinor) },
    total_time: hours,
    total_parking_time: round4(session.pausedMs / hourMs),
    total_time_cost: { excl_vat: price(session.timeMinor) },
    remark: session.notes ?? undefined,
    invoice_reference_id: session.receiptNumber,
    last_updated: session.endedAt.toISOString(),
  };
}

function locationOf(session: SessionRow, countryCode: string) {
  const standard = session.connectorStandards[0] ?? "IEC_62196_T2";
  return {
    id: session.stationId,
    name: session.stationName,
    ...addressParts(session.stationAddress),
    country: alpha3Of(countryCode) ?? "USA",
    coordinates: {
      latitude: session.latitude.toFixed(6),
      longitude: session.longitude.toFixed(6),
    },
    evse_uid: session.connectorId,
    evse_id: session.connectorId,
    connector_id: String(session.connectorNumber),
    connector_standard: standard,
    connector_format: "CABLE",
    connector_power_type: /COMBO|CHADEMO|GBT_DC|MCS/.test(standard) ? "DC" : "AC_1_PHASE",
  };
}

/** Addresses are one line here; OCPI wants the city apart: "street, city, region and postal code". */
function addressParts(whole: string) {
  const parts = whole.split(",").map((part) => part.trim());
  const postalCode = /\b\d{4,6}\b(?!.*\d)/.exec(parts.at(-1) ?? "")?.[0];
  const city = (parts.length > 2 ? parts.at(-2) : parts.at(-1)) ?? whole;
  return {
    address: cut(parts[0] ?? whole, 45, 45),
    city: cut(city, 45, 45),
    ...(postalCode ? { postal_code: postalCode } : {}),
  };
}

const round4 = (value: number) => Math.round(value * 10_000) / 10_000;
