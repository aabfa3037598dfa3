import { type Environment, environmentWords } from "../../domain/connection.ts";

/** Passfort, by both its names (API contract §1.1, §11 row 16). */
const passfortHosts = /(?:^|\.)(?:passfort|maxsight)\.com$/;

/** What is wrong with the address of an account in this environment, or null. `simulatorUrl` is where the panel's own simulator answers. */
export function addressProblem(environment: Environment, baseUrl: string, simulatorUrl: string): string | null {
  const url = new URL(baseUrl);
  const { label } = environmentWords[environment];
  const isPassfort = passfortHosts.test(url.hostname);
  if (!/^https?:$/.test(url.protocol)) return "The address must begin with https:// (or http:// for a simulator).";
  if (url.username || url.password) return "The address must not hold a user name or password.";
  if (url.search || url.hash) return "The address must end with its path: nothing after a ? or a #.";
  if (environment === "simulator")
    return isPassfort
      ? `${url.host} is the real Passfort. A ${label} connection never calls it: choose demo or production.`
      : null;
  if (hostOf(url) === hostOf(new URL(simulatorUrl)))
    return `${url.host} is the simulator of this panel. Choose the environment simulator for it.`;
  if (url.protocol !== "https:") return "The address of a demo or production account must begin with https://.";
  if (isPassfort && !/^\/4\.0\/?$/.test(url.pathname))
    return `The address of Passfort ends with its version: https://${url.host}/4.0.`;
  return null;
}

/** `localhost` and `127.0.0.1` are one place. */
function hostOf(url: URL): string {
  const name = /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname) ? "localhost" : url.hostname;
  return `${name}:${url.port || (url.protocol === "https:" ? "443" : "80")}`;
}
