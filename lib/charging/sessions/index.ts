export { addPhoto } from "./add-photo";
export { checkIn } from "./check-in";
export { finalizeSession } from "./finalize-session";
export { listActiveSessions, listSessions } from "./list-sessions";
export { readCdr } from "./read-cdr";
export { readPhoto } from "./read-photo";
export { readReceipt, readReceiptPage, readReceiptPdf } from "./read-receipt";
export { readSession } from "./read-session";
export { updateSession } from "./update-session";
