import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { makePassfort } from "../client.ts";
import { type ContractAccount, must } from "./test-account.ts";
import { walkOfAccount } from "./test-walk-of-account.ts";
import { walkOfCompany } from "./test-walk-of-company.ts";
import { walkOfPerson } from "./test-walk-of-person.ts";

const {
  PASSFORT_CONTRACT_URL: baseUrl,
  PASSFORT_CONTRACT_KEY: apiKey,
  PASSFORT_CONTRACT_PRODUCT_INDIVIDUAL: productAliasIndividual = null,
  PASSFORT_CONTRACT_PRODUCT_COMPANY: productAliasCompany = null,
} = process.env;

if (!baseUrl || !apiKey)
  process.stderr.write(
    "SKIPPED: the contract was not held against a real Passfort account. Set PASSFORT_CONTRACT_URL and PASSFORT_CONTRACT_KEY (a demo account; it will keep one person, one company and two associates that do not exist).\n",
  );

/** How long a real index and a real check may take. */
const patienceMs = 20_000;

test.runIf(baseUrl && apiKey)(
  "a real account answers every call of a migration as the contract says",
  { timeout: 600_000 },
  async () => {
    const passfort = makePassfort({ log: { info: () => {} } })({
      id: "contract",
      environment: "demo",
      baseUrl: baseUrl ?? "",
      apiKey: apiKey ?? "",
    });
    const { institutionName, keyName } = must(await passfort.whoami());
    process.stderr.write(`The contract is held against “${institutionName}” with the key “${keyName}”.\n`);
    expect(institutionName).not.toBe("");

    const pass = () => wait(patienceMs);
    const account: ContractAccount = { passfort, productAliasIndividual, productAliasCompany, pass };
    // Another mark each time: what earlier runs left must not be found as this run's.
    const mark = new Date().toISOString().replace(/\D/g, "");
    await walkOfPerson(account, mark);
    await walkOfCompany(account, mark);
    // Which page of a real account shows them is not known.
    await walkOfAccount(account, []);
  },
);
