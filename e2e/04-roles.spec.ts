import { draftChunk } from "../lib/contracts/chunks.ts";
import { listAudit } from "../lib/contracts/people.ts";
import { expectAccessible } from "./support/accessible.ts";
import { preparedBook } from "./support/prepared-book.ts";
import { addressOf, allContracts, routesOfTheApi } from "./support/routes.ts";
import { expect, test } from "./support/story.ts";

test("people come in through the sign-in page and go out again", async ({ stranger }) => {
  const page = await stranger();
  const password = page.getByLabel(/^Password/);

  await test.step("whoever is not signed in is brought there, and back to where they wanted to go", async () => {
    await page.goto("/settings/people");
    await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
    await expect(page.getByText("causeway-demo")).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("a wrong password gets a sentence that gives nothing away", async () => {
    await page.getByLabel("E-mail").fill("operator@causeway.example");
    await password.fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "E-mail or password is not right." })).toBeVisible();
    await expectAccessible(page, ["light"]);
  });

  await test.step("a demo person fills the form with one press", async () => {
    await page.getByRole("button", { name: "Approver Amir Approver" }).click();
    await expect(page.getByLabel("E-mail")).toHaveValue("approver@causeway.example");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "People" })).toBeVisible();
  });

  await test.step("signing out ends the session, also for the page behind", async () => {
    await page.getByRole("button", { name: "Account of Amir Approver, Approver" }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
    await page.goto("/");
    await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
    expect((await page.request.get("/api/migrations")).status()).toBe(401);
  });
});

test("an auditor sees everything and can change nothing, and a try is written down", async ({ as, api, baseURL }) => {
  const operator = await api("operator");
  const migrationId = await preparedBook(operator, { clients: 50, prefix: `A${Date.now().toString(36)}` });
  const { chunkId } = await operator.call(draftChunk, {
    params: { migrationId },
    body: { kind: "pilot", clients: 5, processes: 1 },
  });
  const auditor = await as("auditor");

  await test.step("the screens are there, without the buttons that change something", async () => {
    const screens = [
      { path: "/", shows: /^Migrations$/, absent: ["New migration"] },
      { path: `/migrations/${migrationId}/files`, shows: /^Files$/, absent: [/^Withdraw/, /Choose CSV files/] },
      { path: `/migrations/${migrationId}/mapping`, shows: /^Mapping$/, absent: [/^Save and check/] },
      { path: `/migrations/${migrationId}/review`, shows: /^Review$/, absent: [/^Exclude/] },
      { path: `/migrations/${migrationId}/plan`, shows: /^Plan$/, absent: [/^Save/] },
      { path: `/migrations/${migrationId}/chunks`, shows: /^Chunks$/, absent: [/^Draft a chunk/] },
      {
        path: `/migrations/${migrationId}/chunks/${chunkId}`,
        shows: /^Chunk 1/,
        absent: ["Submit for approval", "Discard"],
      },
      { path: "/settings/connections", shows: /^Connections$/, absent: ["Add a connection"] },
      { path: "/settings/people", shows: /^People$/, absent: ["Add a person"] },
    ];
    for (const { path, shows, absent } of screens) {
      await auditor.goto(path);
      await expect(auditor.getByRole("heading", { level: 1, name: shows })).toBeVisible();
      await expectAccessible(auditor, ["light"]);
      for (const name of absent)
        await expect(auditor.getByRole("button", { name }), `${name} on ${path}`).toHaveCount(0);
    }
  });

  await test.step("the server refuses every act that needs more than looking, with the role in its sentence", async () => {
    const acts = (await allContracts()).filter(
      ({ method, needs }) => method !== "GET" && needs !== "look" && needs !== "anyone" && needs !== "audit",
    );
    expect(acts.length).toBeGreaterThan(15);
    for (const { method, path } of acts) {
      const answer = await auditor.request.fetch(addressOf(path), {
        method,
        data: {},
        headers: { origin: baseURL ?? "" },
      });
      expect(answer.status(), `${method} ${path}`).toBe(403);
      expect(await answer.text()).toContain("Your role is auditor; this needs");
    }
  });

  await test.step("each try is in the audit log", async () => {
    const { entries } = await (await api("auditor")).call(listAudit);
    const tries = entries.filter(({ byName, outcome }) => byName === "Audrey Auditor" && outcome === "not_permitted");
    expect(tries.map(({ action }) => action)).toContain("POST /api/chunks/:chunkId/launch");
    await auditor.goto("/settings/audit");
    const tried = auditor.getByRole("row", { name: /Audrey Auditor.*Launch a chunk.*Your role is auditor/ });
    await expect(tried.first()).toBeVisible();
    await expectAccessible(auditor);
  });
});

test("no route of the API answers anybody who is not signed in", async ({ baseURL }) => {
  const open = new Set([
    ...(await allContracts()).filter(({ needs }) => needs === "anyone").map(({ method, path }) => `${method} ${path}`),
    // Signing in itself, the machine's question whether the panel lives, and Passfort, which proves itself by its secret.
    "GET /api/auth/:...all",
    "POST /api/auth/:...all",
    "GET /api/health",
    "POST /api/webhooks/passfort/:connectionId",
  ]);
  const closed = routesOfTheApi().filter(
    ({ method, path }) => path !== "/api/:...unknown" && !open.has(`${method} ${path}`),
  );
  expect(closed.length).toBeGreaterThan(30);
  for (const { method, path } of closed) {
    const answer = await fetch(`${baseURL}${addressOf(path)}`, { method, headers: { origin: baseURL ?? "" } });
    expect(answer.status, `${method} ${path}`).toBe(401);
  }
});

test("every contract has its route, and every route that is no contract is known", async () => {
  const contracts = (await allContracts()).map(({ method, path }) => `${method} ${path}`);
  const isUnknown = ({ path }: { path: string }) => path === "/api/:...unknown";
  const routes = routesOfTheApi()
    .filter((route) => !isUnknown(route))
    .map(({ method, path }) => `${method} ${path}`);
  expect(contracts.filter((contract) => !routes.includes(contract))).toEqual([]);
  expect(routes.filter((route) => !contracts.includes(route)).sort()).toEqual([
    "GET /api/auth/:...all",
    "GET /api/chunks/:chunkId/errors.csv",
    "GET /api/documents/:documentId/content",
    "GET /api/files/:fileId/problem-sheet/:format",
    "GET /api/health",
    "GET /api/mapping-library/:savedMappingId/versions/:version/mapping.json",
    "GET /api/metrics",
    "GET /api/migrations/:migrationId/documents.xlsx",
    "GET /api/migrations/:migrationId/errors.csv",
    "GET /api/templates/:fileName",
    "POST /api/auth/:...all",
    "POST /api/webhooks/passfort/:connectionId",
  ]);
});

test("an address that the API does not have is answered as the API answers, not with a page", async ({ baseURL }) => {
  for (const method of ["GET", "POST", "PUT", "DELETE"]) {
    const answer = await fetch(`${baseURL}/api/nothing/here`, { method, headers: { origin: baseURL ?? "" } });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ kind: "not_found" });
  }
});
