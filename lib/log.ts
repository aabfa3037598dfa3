import { pino } from "pino";

type Ids = Record<string, string | number | boolean | null | undefined>;

/** Sentences with ids and codes. Never a name, a birth date, a document or a payload. */
export type Logger = {
  info(sentence: string, ids?: Ids): void;
  warn(sentence: string, ids?: Ids): void;
  error(sentence: string, ids?: Ids & { cause?: string }): void;
};

export function makeLog(level: string, process: string): Logger {
  const out = pino({ level, base: { process }, timestamp: pino.stdTimeFunctions.isoTime });
  return {
    info: (sentence, ids) => out.info(ids ?? {}, sentence),
    warn: (sentence, ids) => out.warn(ids ?? {}, sentence),
    error: (sentence, ids) => out.error(ids ?? {}, sentence),
  };
}

/** For tests and one-off commands. */
export const silentLog: Logger = { info: () => {}, warn: () => {}, error: () => {} };
