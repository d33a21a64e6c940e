// Written by `npm run generate:routes`: every route under /api/v1 and the endpoints it declares.
import * as route1 from "@/app/api/v1/auth/change-password/route";
import * as route2 from "@/app/api/v1/auth/forgot-password/route";
import * as route3 from "@/app/api/v1/auth/login/route";
import * as route4 from "@/app/api/v1/auth/logout/route";
import * as route5 from "@/app/api/v1/auth/me/route";
import * as route6 from "@/app/api/v1/auth/refresh-token/route";
import * as route7 from "@/app/api/v1/auth/set-password/route";
import * as route8 from "@/app/api/v1/businesses/[id]/approve/route";
import * as route9 from "@/app/api/v1/businesses/[id]/reject/route";
import * as route10 from "@/app/api/v1/businesses/[id]/route";
import * as route11 from "@/app/api/v1/businesses/route";
import * as route12 from "@/app/api/v1/operators/[id]/deactivate/route";
import * as route13 from "@/app/api/v1/operators/[id]/reactivate/route";
import * as route14 from "@/app/api/v1/operators/[id]/route";
import * as route15 from "@/app/api/v1/operators/route";
import * as route16 from "@/app/api/v1/owners/[nic]/deactivate/route";
import * as route17 from "@/app/api/v1/owners/[nic]/reactivate/route";
import * as route18 from "@/app/api/v1/owners/[nic]/route";
import * as route19 from "@/app/api/v1/owners/route";
import * as route20 from "@/app/api/v1/users/[id]/block/route";
import * as route21 from "@/app/api/v1/users/[id]/deactivate/route";
import * as route22 from "@/app/api/v1/users/[id]/reactivate/route";
import * as route23 from "@/app/api/v1/users/route";
import type { Endpoint } from "./endpoint";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Path under /api/v1 → its endpoints by method. */
export const routes: Readonly<Record<string, Readonly<Partial<Record<Method, Endpoint>>>>> = {
  "/auth/change-password": { PUT: route1.PUT },
  "/auth/forgot-password": { POST: route2.POST },
  "/auth/login": { POST: route3.POST },
  "/auth/logout": { POST: route4.POST },
  "/auth/me": { GET: route5.GET },
  "/auth/refresh-token": { POST: route6.POST },
  "/auth/set-password": { POST: route7.POST },
  "/businesses/{id}/approve": { PUT: route8.PUT },
  "/businesses/{id}/reject": { PUT: route9.PUT },
  "/businesses/{id}": { GET: route10.GET },
  "/businesses": { GET: route11.GET, POST: route11.POST },
  "/operators/{id}/deactivate": { PUT: route12.PUT },
  "/operators/{id}/reactivate": { PUT: route13.PUT },
  "/operators/{id}": { GET: route14.GET, PUT: route14.PUT },
  "/operators": { GET: route15.GET, POST: route15.POST },
  "/owners/{nic}/deactivate": { PUT: route16.PUT },
  "/owners/{nic}/reactivate": { PUT: route17.PUT },
  "/owners/{nic}": { GET: route18.GET, PUT: route18.PUT },
  "/owners": { GET: route19.GET, POST: route19.POST },
  "/users/{id}/block": { PUT: route20.PUT },
  "/users/{id}/deactivate": { PUT: route21.PUT },
  "/users/{id}/reactivate": { PUT: route22.PUT },
  "/users": { GET: route23.GET },
};
