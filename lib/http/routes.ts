// Written by `npm run generate:routes`: every route under /api/v1 and the endpoints it declares.
import * as route1 from "@/app/api/v1/addresses/route";
import * as route2 from "@/app/api/v1/audits/route";
import * as route3 from "@/app/api/v1/auth/change-password/route";
import * as route4 from "@/app/api/v1/auth/forgot-password/route";
import * as route5 from "@/app/api/v1/auth/login/route";
import * as route6 from "@/app/api/v1/auth/logout/route";
import * as route7 from "@/app/api/v1/auth/me/route";
import * as route8 from "@/app/api/v1/auth/refresh-token/route";
import * as route9 from "@/app/api/v1/auth/set-password/route";
import * as route10 from "@/app/api/v1/bookings/[id]/approve/route";
import * as route11 from "@/app/api/v1/bookings/[id]/calendar.ics/route";
import * as route12 from "@/app/api/v1/bookings/[id]/cancel/route";
import * as route13 from "@/app/api/v1/bookings/[id]/move/route";
import * as route14 from "@/app/api/v1/bookings/[id]/qr.png/route";
import * as route15 from "@/app/api/v1/bookings/[id]/qr.svg/route";
import * as route16 from "@/app/api/v1/bookings/[id]/qr/route";
import * as route17 from "@/app/api/v1/bookings/[id]/reject/route";
import * as route18 from "@/app/api/v1/bookings/[id]/route";
import * as route19 from "@/app/api/v1/bookings/daily-capacity/route";
import * as route20 from "@/app/api/v1/bookings/route";
import * as route21 from "@/app/api/v1/businesses/[id]/approve/route";
import * as route22 from "@/app/api/v1/businesses/[id]/reject/route";
import * as route23 from "@/app/api/v1/businesses/[id]/route";
import * as route24 from "@/app/api/v1/businesses/route";
import * as route25 from "@/app/api/v1/dashboard/route";
import * as route26 from "@/app/api/v1/exports/bookings.csv/route";
import * as route27 from "@/app/api/v1/health/details/route";
import * as route28 from "@/app/api/v1/messages/route";
import * as route29 from "@/app/api/v1/operators/[id]/deactivate/route";
import * as route30 from "@/app/api/v1/operators/[id]/reactivate/route";
import * as route31 from "@/app/api/v1/operators/[id]/route";
import * as route32 from "@/app/api/v1/operators/route";
import * as route33 from "@/app/api/v1/owners/[nic]/deactivate/route";
import * as route34 from "@/app/api/v1/owners/[nic]/reactivate/route";
import * as route35 from "@/app/api/v1/owners/[nic]/route";
import * as route36 from "@/app/api/v1/owners/route";
import * as route37 from "@/app/api/v1/receipts/[number]/route";
import * as route38 from "@/app/api/v1/reports/no-shows/route";
import * as route39 from "@/app/api/v1/reports/revenue/route";
import * as route40 from "@/app/api/v1/reports/starts/route";
import * as route41 from "@/app/api/v1/reports/utilization/route";
import * as route42 from "@/app/api/v1/search/route";
import * as route43 from "@/app/api/v1/sessions/[id]/cdr/route";
import * as route44 from "@/app/api/v1/sessions/[id]/photos/[photoId]/route";
import * as route45 from "@/app/api/v1/sessions/[id]/photos/route";
import * as route46 from "@/app/api/v1/sessions/[id]/route";
import * as route47 from "@/app/api/v1/sessions/active/route";
import * as route48 from "@/app/api/v1/sessions/checkin/route";
import * as route49 from "@/app/api/v1/sessions/finalize/route";
import * as route50 from "@/app/api/v1/sessions/route";
import * as route51 from "@/app/api/v1/settings/route";
import * as route52 from "@/app/api/v1/stations/[id]/availability/route";
import * as route53 from "@/app/api/v1/stations/[id]/conflicts/route";
import * as route54 from "@/app/api/v1/stations/[id]/connectors/[connectorId]/route";
import * as route55 from "@/app/api/v1/stations/[id]/connectors/route";
import * as route56 from "@/app/api/v1/stations/[id]/deactivate/route";
import * as route57 from "@/app/api/v1/stations/[id]/holds/[holdId]/route";
import * as route58 from "@/app/api/v1/stations/[id]/holds/preview/route";
import * as route59 from "@/app/api/v1/stations/[id]/holds/route";
import * as route60 from "@/app/api/v1/stations/[id]/route";
import * as route61 from "@/app/api/v1/stations/[id]/schedule/preview/route";
import * as route62 from "@/app/api/v1/stations/[id]/schedule/route";
import * as route63 from "@/app/api/v1/stations/[id]/status/route";
import * as route64 from "@/app/api/v1/stations/[id]/tariff/route";
import * as route65 from "@/app/api/v1/stations/import/route";
import * as route66 from "@/app/api/v1/stations/map/route";
import * as route67 from "@/app/api/v1/stations/nearby/route";
import * as route68 from "@/app/api/v1/stations/route";
import * as route69 from "@/app/api/v1/users/[id]/block/route";
import * as route70 from "@/app/api/v1/users/[id]/deactivate/route";
import * as route71 from "@/app/api/v1/users/[id]/reactivate/route";
import * as route72 from "@/app/api/v1/users/route";
import type { Endpoint } from "./endpoint";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Path under /api/v1 → its endpoints by method. */
export const routes: Readonly<Record<string, Readonly<Partial<Record<Method, Endpoint>>>>> = {
  "/addresses": { GET: route1.GET },
  "/audits": { GET: route2.GET },
  "/auth/change-password": { PUT: route3.PUT },
  "/auth/forgot-password": { POST: route4.POST },
  "/auth/login": { POST: route5.POST },
  "/auth/logout": { POST: route6.POST },
  "/auth/me": { GET: route7.GET },
  "/auth/refresh-token": { POST: route8.POST },
  "/auth/set-password": { POST: route9.POST },
  "/bookings/{id}/approve": { PUT: route10.PUT },
  "/bookings/{id}/calendar.ics": { GET: route11.GET },
  "/bookings/{id}/cancel": { PUT: route12.PUT },
  "/bookings/{id}/move": { GET: route13.GET, PUT: route13.PUT },
  "/bookings/{id}/qr.png": { GET: route14.GET },
  "/bookings/{id}/qr.svg": { GET: route15.GET },
  "/bookings/{id}/qr": { GET: route16.GET },
  "/bookings/{id}/reject": { PUT: route17.PUT },
  "/bookings/{id}": { GET: route18.GET, PUT: route18.PUT },
  "/bookings/daily-capacity": { GET: route19.GET },
  "/bookings": { GET: route20.GET, POST: route20.POST },
  "/businesses/{id}/approve": { PUT: route21.PUT },
  "/businesses/{id}/reject": { PUT: route22.PUT },
  "/businesses/{id}": { GET: route23.GET },
  "/businesses": { GET: route24.GET, POST: route24.POST },
  "/dashboard": { GET: route25.GET },
  "/exports/bookings.csv": { GET: route26.GET },
  "/health/details": { GET: route27.GET },
  "/messages": { GET: route28.GET },
  "/operators/{id}/deactivate": { PUT: route29.PUT },
  "/operators/{id}/reactivate": { PUT: route30.PUT },
  "/operators/{id}": { GET: route31.GET, PUT: route31.PUT },
  "/operators": { GET: route32.GET, POST: route32.POST },
  "/owners/{nic}/deactivate": { PUT: route33.PUT },
  "/owners/{nic}/reactivate": { PUT: route34.PUT },
  "/owners/{nic}": { GET: route35.GET, PUT: route35.PUT },
  "/owners": { GET: route36.GET, POST: route36.POST },
  "/receipts/{number}": { GET: route37.GET },
  "/reports/no-shows": { GET: route38.GET },
  "/reports/revenue": { GET: route39.GET },
  "/reports/starts": { GET: route40.GET },
  "/reports/utilization": { GET: route41.GET },
  "/search": { GET: route42.GET },
  "/sessions/{id}/cdr": { GET: route43.GET },
  "/sessions/{id}/photos/{photoId}": { GET: route44.GET },
  "/sessions/{id}/photos": { POST: route45.POST },
  "/sessions/{id}": { GET: route46.GET, PUT: route46.PUT },
  "/sessions/active": { GET: route47.GET },
  "/sessions/checkin": { POST: route48.POST },
  "/sessions/finalize": { POST: route49.POST },
  "/sessions": { GET: route50.GET },
  "/settings": { GET: route51.GET, PUT: route51.PUT },
  "/stations/{id}/availability": { GET: route52.GET },
  "/stations/{id}/conflicts": { GET: route53.GET },
  "/stations/{id}/connectors/{connectorId}": { PUT: route54.PUT, DELETE: route54.DELETE },
  "/stations/{id}/connectors": { GET: route55.GET, POST: route55.POST },
  "/stations/{id}/deactivate": { PUT: route56.PUT },
  "/stations/{id}/holds/{holdId}": { GET: route57.GET, PUT: route57.PUT, DELETE: route57.DELETE },
  "/stations/{id}/holds/preview": { POST: route58.POST },
  "/stations/{id}/holds": { GET: route59.GET, POST: route59.POST },
  "/stations/{id}": { GET: route60.GET, PUT: route60.PUT },
  "/stations/{id}/schedule/preview": { POST: route61.POST },
  "/stations/{id}/schedule": { GET: route62.GET, PUT: route62.PUT },
  "/stations/{id}/status": { PUT: route63.PUT },
  "/stations/{id}/tariff": { PUT: route64.PUT },
  "/stations/import": { POST: route65.POST },
  "/stations/map": { GET: route66.GET },
  "/stations/nearby": { GET: route67.GET },
  "/stations": { GET: route68.GET, POST: route68.POST },
  "/users/{id}/block": { PUT: route69.PUT },
  "/users/{id}/deactivate": { PUT: route70.PUT },
  "/users/{id}/reactivate": { PUT: route71.PUT },
  "/users": { GET: route72.GET },
};
