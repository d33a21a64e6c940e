export { names } from "./answer-names";
export { ports } from "./answer-ports";
export { invariants } from "./check-drivers";
export { eraser } from "./forget-person";
export { findVehicleOfPlate, isNamedVehicle } from "./store/vehicles";
export { leaving } from "./leave-driver";
export { holdings } from "./tell-holdings";
export { readFavourites } from "./read-favourites";
export { getVehicle } from "./get-vehicle";
