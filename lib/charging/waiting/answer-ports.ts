import { offerClaims, offerHolders } from "./find-offer-claims";
import { offerPlaces } from "./offer-places";
import { someoneWaits } from "./store/lines";
import { isHeldForCaller, takeOffer } from "./take-offer";
import { withdrawOffers } from "./withdraw-offers";

/** What this room answers to the questions of lower ones, bound in `lib/process/wiring.ts`. */
export const ports = {
  isHeldForCaller,
  offerClaims,
  offerHolders,
  offerPlaces,
  someoneWaits,
  takeOffer,
  withdrawOffers,
};
