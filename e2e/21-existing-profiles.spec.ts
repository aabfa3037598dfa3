import { acknowledgeWarnings } from "../bin/demo/acknowledge-warnings.ts";
import { bringIn } from "../bin/demo/bring-in.ts";
import { addConnection } from "../lib/contracts/connections.ts";
import { createMigration } from "../lib/contracts/migrations.ts";
import { savePlan } from "../lib/contracts/plan.ts";
import { expectAccessible } from "./support/accessible.ts";
import { expect, test } from "./support/story.ts";

const key = "sim-demo-key";

test("clients that exist in Passfort already are found before anything is sent: one is taken over, one is somebody else, and nobody is there twice", async ({
  as,
  api,
  simulator,
}) => {
  const operator = await api("operator");
  const admin = await api("admin");
  const run = Date.now().toString(36).toUpperCase();
  // A connection of its own: what is known of the profiles that exist there changes what its chunks need.
  const { connectionId } = await admin.call(addConnection, {
    body: {
      name: `Simulator ${run}`,
      environment: "simulator",
      baseUrl: simulator.url,
      apiKey: key,
      webhookSecret: "sim-webhook-secret",
    },
  });
  const enter = (reference: string, family: string, dob: string) =>
    fetch(`${simulator.url}/profiles`, {
      method: "POST",
      headers: { apikey: key, "content-type": "application/json" },
      body: JSON.stringify({
        role: "INDIVIDUAL_CUSTOMER",
        collected_data: {
          entity_type: "INDIVIDUAL",
          customer_ref: reference,
          personal_details: { name: { given_names: ["Ann"], family_name: family }, dob },
        },
      }),
    }).then((answer) => expect(answer.ok).toBe(true));
  await enter(`BYHAND-${run}`, `Takenover${run}`, "1980-02-03");
  await enter(`OTHER-${run}`, `Namesake${run}`, "1980-02");
  await enter(`STRANGER-${run}`, `Stranger${run}`, "1955-01-01");
  const { migrationId } = await operator.call(createMigration, {
    body: { name: `Existing ${run}`, sourceSystem: "Ledgerline 4 (synthetic)" },
  });
  await bringIn(operator, migrationId, {
    name: "people.csv",
    kind: "clients",
    entityType: "individual",
    content: `reference,given names,family name,date of birth,country\n${[
      "Takenover",
      "Namesake",
      "Stranger",
      "Newcomer",
    ]
      .map((name, at) => `X${run}-${at + 1},Ann,${name}${run},1980-02-03,GBR\n`)
      .join("")}`,
  });
  await acknowledgeWarnings(operator, migrationId, "Synthetic people");
  const page = await as("operator");

  await test.step("without a plan it says what to do first; with one the plan says that nobody has looked", async () => {
    await page.goto(`/migrations/${migrationId}/plan/existing-profiles`);
    await expect(page.getByText(/^Save the plan first/)).toBeVisible();
    await operator.call(savePlan, {
      params: { migrationId },
      body: {
        ...{ connectionId, track: "limited_compliance", limitedMethod: "separate_product" },
        ...{ productAliasIndividual: "individual_migration", productAliasCompany: null, tags: ["migrated"] },
      },
    });
    await page.goto(`/migrations/${migrationId}/plan`);
    await expect(page.getByText(/^Nobody has looked through the profiles of “Simulator/)).toBeVisible();
    await page.getByRole("link", { name: "Look at the existing profiles" }).click();
  });

  await test.step("the look lists them with progress, and finds who could be whom", async () => {
    await page.getByRole("button", { name: "Look through them" }).click();
    await expect(page.getByText(/2 matches wait for a decision\.$/)).toBeVisible({ timeout: 60_000 });
    const table = page.getByRole("region", { name: "Matches" }).last();
    await expect(table.getByText("It has this person's name and date of birth.")).toBeVisible();
    await expect(table.getByText(/^It has this client's name; nothing else/)).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("a chunk cannot be submitted before each is decided", async () => {
    await page.goto(`/migrations/${migrationId}/chunks`);
    await page.getByLabel("Number of clients").fill("4");
    await page.getByRole("button", { name: /^Draft a chunk/ }).click();
    await page.getByRole("button", { name: "Submit for approval" }).click();
    await expect(page.getByText(/^2 clients of this chunk could be a profile that exists/)).toBeVisible();
  });

  await test.step("each is decided with a reason, one can be taken back", async () => {
    await page.goto(`/migrations/${migrationId}/plan/existing-profiles`);
    await page.getByRole("button", { name: `Take over the profile for X${run}-1` }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Reason").fill("Entered by hand last year");
    await expectAccessible(page, ["light"]);
    await dialog.getByRole("button", { name: "Take over" }).click();
    await expect(dialog).toBeHidden();
    await page.getByRole("button", { name: `Somebody else than X${run}-2` }).click();
    await dialog.getByLabel("Reason").fill("Another person of the name");
    await dialog.getByRole("button", { name: "Somebody else" }).click();
    await expect(page.getByText("No client waits for a decision.")).toBeVisible();
    await page.getByText("Taken over (1)", { exact: true }).click();
    await expect(page.getByText(/: Entered by hand last year$/)).toBeVisible();
    await page.getByText("Somebody else, as read (1)", { exact: true }).click();
    await expect(page.getByRole("link", { name: `X${run}-3` })).toBeVisible();
  });

  await test.step("the approver sees it, and it is launched: no profile more than clients that were not there", async () => {
    await page.goto(`/migrations/${migrationId}/chunks`);
    await page
      .getByRole("link", { name: /Chunk 1/ })
      .first()
      .click();
    await page.getByRole("button", { name: "Submit for approval" }).click();
    await expect(page.getByRole("heading", { level: 1, name: /Waiting for approval/ })).toBeVisible();
    const approver = await as("approver");
    await approver.goto(page.url());
    await expect(approver.getByText(/^1 client takes over a profile that exists already/)).toBeVisible();
    await approver.getByRole("button", { name: /^Approve/ }).click();
    await approver
      .getByRole("dialog")
      .getByRole("button", { name: /^Approve/ })
      .click();
    await page.getByRole("button", { name: /^Launch/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Type the number of clients").fill("4");
    await dialog.getByRole("button", { name: "Launch 4 clients" }).click();
    await expect(page.getByText("All 4 clients were created in Passfort.")).toBeVisible({ timeout: 60_000 });
    const references = await simulator.references();
    expect(references.filter((each) => each?.startsWith(`X${run}`)).sort()).toEqual(
      [2, 3, 4].map((n) => `X${run}-${n}`),
    );
    await page.goto(`/migrations/${migrationId}/records?search=X${run}-1`);
    await page
      .getByRole("link", { name: `X${run}-1`, exact: true })
      .first()
      .click();
    await expect(page.getByText(/^Taken over: its profile existed in Passfort/)).toBeVisible();
  });
});
