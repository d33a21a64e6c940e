export { findTariff } from "./find-tariff";
export { type PricingDefaults, toTariff } from "./read-pricing";
export {
  estimatePrice,
  needsMeter,
  priceCharge,
  pricingView,
  type Charge,
  type Tariff,
} from "./rules";
export { tariffInForce } from "./store";
export { storeTariff } from "./store-tariff";
