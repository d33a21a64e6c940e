export { jobs } from "./jobs";
export { type Broker } from "./rules";
export { kafkaBroker } from "./send-kafka";
export { natsBroker } from "./send-nats";
export { subscribers } from "./subscribers";
