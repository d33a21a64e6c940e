/** Minutes that the zone's clocks are ahead of UTC at the instant. */
export function offsetMinutes(zone: string, at: Date): number {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone: zone,
    timeZoneName: "longOffset",
  }).formatToParts(at);
  const name = parts.find((part) => part.type === "timeZoneName")?.value ?? "";
  const [, sign, hours, minutes = "0"] = /([+-])(\d{2}):?(\d{2})?/.exec(name) ?? [];
  if (!sign) return 0;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** The zone's offset at an instant, such as `UTC−04:00`. */
export function zoneOffset(zone: string, at: Date): string {
  const minutes = offsetMinutes(zone, at);
  const size = Math.abs(minutes);
  const pad = (part: number) => String(part).padStart(2, "0");
  return `UTC${minutes < 0 ? "−" : "+"}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}
