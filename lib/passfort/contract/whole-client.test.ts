import { test } from "vitest";
import { simulatedAccount } from "./test-account.ts";
import { walkOfAccount } from "./test-walk-of-account.ts";
import { walkOfCompany } from "./test-walk-of-company.ts";
import { walkOfPerson } from "./test-walk-of-person.ts";

test("every call of a migration works, one after the other, on one account", async () => {
  const account = await simulatedAccount();
  const personId = await walkOfPerson(account, "1");
  const companyId = await walkOfCompany(account, "1");
  await account.pass(60_000);
  await walkOfAccount(account, [personId, companyId]);
});
