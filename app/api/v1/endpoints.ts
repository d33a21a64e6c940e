// Written by `npm run generate`, which a test asks for whenever a route comes or goes.
import { addressesEndpoints } from "./addresses/endpoints";
import { auditsEndpoints } from "./audits/endpoints";
import { authEndpoints } from "./auth/endpoints";
import { bookingsEndpoints } from "./bookings/endpoints";
import { businessesEndpoints } from "./businesses/endpoints";
import { contentEndpoints } from "./content/endpoints";
import { dashboardEndpoints } from "./dashboard/endpoints";
import { deliveriesEndpoints } from "./deliveries/endpoints";
import { devicesEndpoints } from "./devices/endpoints";
import { exportsEndpoints } from "./exports/endpoints";
import { favouritesEndpoints } from "./favourites/endpoints";
import { healthEndpoints } from "./health/endpoints";
import { messagesEndpoints } from "./messages/endpoints";
import { notificationsEndpoints } from "./notifications/endpoints";
import { operatorEndpoints } from "./operator/endpoints";
import { operatorsEndpoints } from "./operators/endpoints";
import { ownersEndpoints } from "./owners/endpoints";
import { profileEndpoints } from "./profile/endpoints";
import { pushSubscriptionsEndpoints } from "./push-subscriptions/endpoints";
import { receiptsEndpoints } from "./receipts/endpoints";
import { reportsEndpoints } from "./reports/endpoints";
import { reviewsEndpoints } from "./reviews/endpoints";
import { searchEndpoints } from "./search/endpoints";
import { sessionsEndpoints } from "./sessions/endpoints";
import { settingsEndpoints } from "./settings/endpoints";
import { staffEndpoints } from "./staff/endpoints";
import { stationsEndpoints } from "./stations/endpoints";
import { suggestionsEndpoints } from "./suggestions/endpoints";
import { unsubscribeEndpoints } from "./unsubscribe/endpoints";
import { usersEndpoints } from "./users/endpoints";
import { waitingEndpoints } from "./waiting/endpoints";
import { webhooksEndpoints } from "./webhooks/endpoints";

/** Every endpoint of the API: path under /api/v1 → method → endpoint. */
export const endpoints = {
  ...addressesEndpoints,
  ...auditsEndpoints,
  ...authEndpoints,
  ...bookingsEndpoints,
  ...businessesEndpoints,
  ...contentEndpoints,
  ...dashboardEndpoints,
  ...deliveriesEndpoints,
  ...devicesEndpoints,
  ...exportsEndpoints,
  ...favouritesEndpoints,
  ...healthEndpoints,
  ...messagesEndpoints,
  ...notificationsEndpoints,
  ...operatorEndpoints,
  ...operatorsEndpoints,
  ...ownersEndpoints,
  ...profileEndpoints,
  ...pushSubscriptionsEndpoints,
  ...receiptsEndpoints,
  ...reportsEndpoints,
  ...reviewsEndpoints,
  ...searchEndpoints,
  ...sessionsEndpoints,
  ...settingsEndpoints,
  ...staffEndpoints,
  ...stationsEndpoints,
  ...suggestionsEndpoints,
  ...unsubscribeEndpoints,
  ...usersEndpoints,
  ...waitingEndpoints,
  ...webhooksEndpoints,
};
