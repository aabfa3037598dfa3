import { expect, test } from "vitest";
import { openAccount, type SimulatedAccount, simulatedAccount } from "./test-account.ts";
import { walkOfAccount, walkOfRefusals } from "./test-walk-of-account.ts";
import { walkOfCompany } from "./test-walk-of-company.ts";
import { walkOfPerson } from "./test-walk-of-person.ts";

// A switch between numbers does not list its positions; what is a number but no switch is here with telling ones.
const positionsByNumber: Record<string, number[]> = {
  createdStatus: [200, 201],
  linkRefusalCode: [105, 201],
  blockedApprovalCode: [105, 402],
  latencyMs: [0, 5],
  indexDelayMs: [0, 60_000],
  decisionDelayMs: [0, 30_000],
  checkDelayMs: [0, 30_000],
  syncWaitMs: [0, 120_000],
};

const account = await openAccount();
const switches = Object.entries(await account.settings()).filter(([, preset]) => !Array.isArray(preset));
const positions = await Promise.all(
  switches.map(async ([name, preset]) =>
    (await positionsOf(account, name, preset)).map((position): [string, unknown] => [name, position]),
  ),
).finally(account.close);

test.each(positions.flat())("the whole client passes with the simulator's switch %s at %j", async (name, position) => {
  const account = await simulatedAccount({ [name]: position });
  await walkOfRefusals(account, account.client({ apiKey: "wrong-key" }), "1");
  const profileIds = [await walkOfPerson(account, "1"), await walkOfCompany(account, "1")];
  await account.pass(60_000);
  await walkOfAccount(account, profileIds);
});

test("every switch of the simulator has at least two positions here", () => {
  for (const [index, [name]] of switches.entries())
    expect([name, new Set(positions[index]?.map(([, position]) => position)).size]).not.toEqual([name, 1]);
  expect(switches.length).toBeGreaterThan(20);
});

/** What a switch can be set to. Asked of the simulator, which lists the words it knows when it is given another. */
async function positionsOf({ change }: SimulatedAccount, name: string, preset: unknown): Promise<unknown[]> {
  if (typeof preset === "boolean") return [true, false];
  if (typeof preset === "number") {
    const known = positionsByNumber[name];
    if (known) return known;
    throw new Error(`The simulator has a new number among its switches: ${name}. Say here what to set it to.`);
  }
  const answer = await change({ [name]: "no such position" }).then(
    () => "",
    (refusal: Error) => refusal.message,
  );
  const words = [...answer.matchAll(/\\"(\w+)\\"/g)].map(([, word]) => word);
  if (words.length >= 2) return words;
  throw new Error(`The simulator does not say what ${name} can be set to: ${answer}`);
}
