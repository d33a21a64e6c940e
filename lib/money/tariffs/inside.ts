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
export { storeTariff } from "./store-tariff";
