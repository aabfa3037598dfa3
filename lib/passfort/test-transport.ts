import type { CallLog } from "./call.ts";
import { makePassfort } from "./client.ts";
import type { Http, HttpAnswer, HttpCall, HttpSettings } from "./http.ts";

export const connection = {
  id: "connection-1",
  environment: "simulator",
  baseUrl: "http://passfort.example/4.0",
  apiKey: "secret-key",
} as const;

export const answering =
  (status: number, body: unknown, headers: Record<string, string> = {}): Http =>
  async (): Promise<HttpAnswer> => ({ kind: "answer", status, headers, text: JSON.stringify(body) });

/** Gives the answers one after the other. */
export function answeringInTurn(...answers: Http[]): Http {
  const left = [...answers];
  return (call) => {
    const next = left.shift();
    if (!next) throw new Error(`${call.method} ${call.path} is one call more than there are answers`);
    return next(call);
  };
}

/** A client over a made-up transport, with everything it logged and sent; the clock goes on by 5 ms each time it is read. */
export function clientOver(http: Http) {
  const logged: { sentence: string; ids: unknown }[] = [];
  const sent: HttpCall[] = [];
  const opened: HttpSettings[] = [];
  const pauses: number[] = [];
  let ms = 0;
  const log: CallLog = { info: (sentence, ids) => logged.push({ sentence, ids }) };
  const passfortFor = makePassfort({
    log,
    now: () => {
      ms += 5;
      return new Date(ms);
    },
    pause: async (pauseMs) => void pauses.push(pauseMs),
    makeHttp: (settings) => {
      opened.push(settings);
      return (call) => {
        // As it leaves: what is undefined does not.
        sent.push(JSON.parse(JSON.stringify(call)));
        return http(call);
      };
    },
  });
  return { passfortFor, client: passfortFor(connection), logged, sent, opened, pauses };
}
