/** A slot's places at a glance: taken, free, and held back, side by side. The words beside it say the same. */
export function PlaceMeter({
  capacity,
  reserved,
  held,
}: {
  capacity: number;
  reserved: number;
  held: number;
}) {
  const all = Math.max(capacity + held, reserved, 1);
  const share = (count: number) => ({ width: `${(100 * count) / all}%` });
  return (
    <span aria-hidden className="flex h-2.5 overflow-hidden rounded-full bg-sunken">
      <span className="bg-accent" style={share(Math.min(reserved, all))} />
      <span className="ml-auto bg-line-strong" style={share(Math.min(held, all - reserved))} />
    </span>
  );
}
