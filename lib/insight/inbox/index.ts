export { chooseChannels, readChannels } from "./choose-channels";
export { endEmails } from "./end-emails";
export { listNotifications } from "./list-notifications";
export { markAllNotifications, markNotification } from "./mark-notifications";
export { readAlert, readNotification } from "./read-notification";
export { readDevices, registerDevice, removeDevice } from "./register-device";
export { removeAllNotifications, removeNotification } from "./remove-notifications";
export { sendAlert } from "./send-alert";
export { endSubscription, readPushKey, readSubscriptions, subscribePush } from "./subscribe-push";
