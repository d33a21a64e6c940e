export { findTariff } from "./find-tariff";
export { type PricingDefaults, toTariff } from "./read-pricing";
export {
  billedTime,
  estimatePrice,
  needsMeter,
  priceCharge,
  type Charge,
  type Tariff,
} from "./rules";
export { asksAtMost, tariffInForce } from "./store";
export { storeTariff } from "./store-tariff";
export { pricingView } from "./view";
