export { findTariff } from "./find-tariff";
export { toTariff } from "./read-pricing";
export { estimatePrice, needsMeter, priceCharge, type Charge, type Tariff } from "./rules";
export { pricingView } from "./view";
export { storeTariff } from "./store-tariff";
