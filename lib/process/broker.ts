import { kafkaBroker, natsBroker, type Broker } from "@/lib/insight/broker/inside";

let made: Broker | null | undefined;

/** The broker that this process was given, connected when something is first sent to it; null where there is none. */
export function broker(url: string | undefined): Broker | null {
  if (made === undefined) made = url === undefined ? null : brokerOf(url);
  return made;
}

/** The broker of an address, `kafka://…` or `nats://…`. */
export const brokerOf = (url: string): Broker =>
  url.startsWith("kafka:") ? kafkaBroker(url) : natsBroker(url);
