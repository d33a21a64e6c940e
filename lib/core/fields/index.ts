// What the rooms' schemas have in common, so that one fault is told in one way wherever it is made. What belongs to
// one room, such as an identity number, is that room's (docs/decisions/fields.md).

export { anyId, idOf, severalOf, somethingToChange, sortBy } from "./bodies";
export { amount, inDigits, within, type Amount } from "./numbers";
export { changedPhone, emailAddress, personName, phoneNumber } from "./people";
export { connectorStandard, needAsked, placeView, plugAsked, powerAsked } from "./plugs";
export { boxText, isNullIsland, location, positionText, siteLocation } from "./places";
export {
  codeText,
  lineOfText,
  pageOfText,
  partOfLine,
  plainLine,
  plainText,
  reasonText,
  searchText,
} from "./text";
export { day, forwardOnly, freeRange, fromBeforeTo, instant, timeZoneName } from "./time";
export { instantView, moneyView } from "./views";
