export { suggestCharging } from "./suggest-charging";
export { suggestOperations } from "./suggest-operations";
