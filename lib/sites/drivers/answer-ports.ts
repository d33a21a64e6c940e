import { keepPlate } from "./keep-plate";
import { plugsOfVehicle } from "./read-vehicles";
import { isFavourite } from "./store/favourites";
import { findPlates as platesOf } from "./store/vehicles";

/** What this room answers to the questions of lower ones, bound in `lib/process/wiring.ts`. */
export const ports = { keepPlate, platesOf, isFavourite, plugsOfVehicle };
