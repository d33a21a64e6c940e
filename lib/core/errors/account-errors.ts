import { conflict, forbidden, invalid, notFound, rule, unauthorized } from "./kinds";

/** Refusals about people, their credentials and their businesses. */
export const accountErrors = {
  "login.failed": unauthorized("The user name or the password is not right."),
  "login.deactivated": unauthorized("This account is deactivated. Ask your administrator."),
  "login.blocked": unauthorized("This account is blocked. Contact support."),
  "refresh.invalid": unauthorized("The refresh token is not valid or has expired. Sign in again."),
  "refresh.reused": unauthorized(
    "This refresh token was used before. Every session it began is closed; sign in again.",
  ),
  "link.invalid": rule("This link is not valid, was used already or has expired."),
  "password.wrong": rule("The current password is not right."),
  "password.common": invalid("This password is among the most common ones. Choose another."),
  "password.unchanged": rule("The new password must differ from the current one."),
  "password.change_required": forbidden("Choose a password of your own first."),
  "user.not_found": notFound("There is no such user."),
  "user.email_taken": conflict("This email address is in use already."),
  "user.status": conflict<{ status: string }>(
    ({ status }) => `The account is ${status}, so this cannot be done.`,
  ),
  "user.last_admin": rule("This is the last active administrator. Make another one first."),
  "owner.not_found": notFound("There is no such owner."),
  "owner.nic_taken": conflict("This identity number is registered already."),
  "owner.phone_taken": conflict("This phone number is in use already."),
  "owner.reason_required": invalid("Give a reason."),
  "owner.deactivated": rule(
    "Your account is deactivated. Contact the station's office to have it reactivated.",
  ),
  "operator.not_found": notFound("There is no such operator."),
  "operator.business_required": invalid(
    "Name the business, or at least one station, all of one business.",
  ),
  "operator.stations_unknown": invalid("A station is unknown or belongs to another business."),
  "business.not_found": notFound("There is no such business."),
  "business.decided": conflict<{ status: string }>(
    ({ status }) => `The request was decided already: the business is ${status}.`,
  ),
  "business.not_active": rule("The business is not active."),
  "setting.not_overridable": rule<{ name: string; scope: string }>(
    ({ name, scope }) => `The setting ${name} cannot be set for one ${scope}.`,
  ),
  "setting.scope": invalid(
    "The scope is that of what is named: a station, a business, or neither for the platform.",
  ),
  "message.not_found": notFound("There is no such message."),
} as const;
