import pino from "pino";

/** The process's structured log: one JSON object a line, on standard output. LOG_LEVEL says how much. */
export const logger = pino({ level: process.env.LOG_LEVEL || "info", base: null });
