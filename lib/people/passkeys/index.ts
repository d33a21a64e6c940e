export { addPasskey } from "./add-passkey";
export { loginByPasskey } from "./login-by-passkey";
export { offerPasskey } from "./offer-passkey";
export { readPasskeys } from "./read-passkeys";
export { removePasskey } from "./remove-passkey";
export { renamePasskey } from "./rename-passkey";
export { requestPasskey } from "./request-passkey";
