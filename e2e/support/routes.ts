import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Contract } from "../../lib/contracts/contract.ts";

const root = join(import.meta.dirname, "../..");

/** An id that nothing has. */
export const nobodysId = "00000000-0000-4000-8000-000000000000";

type Route = { method: Contract["method"] /** As in a contract: `/api/chunks/:chunkId`. */; path: string };

/** Every method of every route handler under app/api, read from the files themselves. */
export function routesOfTheApi(): Route[] {
  return globSync("app/api/**/route.ts", { cwd: root }).flatMap((file) => {
    const path = `/${file.replace(/^app\//, "").replace(/\/route\.ts$/, "")}`.replaceAll(/\[([^\]]+)\]/g, ":$1");
    const source = readFileSync(join(root, file), "utf8");
    const methods = [...source.matchAll(/\b(GET|POST|PUT|DELETE)\b(?=\s*=|\s*\(|\s*[,}])/g)].map(
      ([, method]) => method,
    );
    return [...new Set(methods)].map((method) => ({ method: method as Contract["method"], path }));
  });
}

/** Every contract of lib/contracts. */
export async function allContracts(): Promise<Contract[]> {
  const modules = await Promise.all(
    globSync("lib/contracts/*.ts", { cwd: root })
      .filter((file) => !file.endsWith(".test.ts"))
      .map((file) => import(join(root, file)) as Promise<Record<string, unknown>>),
  );
  return modules.flatMap((module) => Object.values(module).filter(isContract));
}

const isContract = (value: unknown): value is Contract =>
  typeof value === "object" && value !== null && "method" in value && "path" in value && "needs" in value;

/** The address of a route with an id that nothing has in every place. */
export const addressOf = (path: string): string => path.replaceAll(/:[.\w]+/g, nobodysId);
