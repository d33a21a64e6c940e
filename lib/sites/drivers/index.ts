export { addVehicle } from "./add-vehicle";
export { readFavourites } from "./read-favourites";
export { readVehicle, readVehicles } from "./read-vehicles";
export { removeVehicle } from "./remove-vehicle";
export { setDefaultVehicle } from "./set-default-vehicle";
export { removeFavourite, setFavourite } from "./set-favourite";
export { updateVehicle } from "./update-vehicle";
