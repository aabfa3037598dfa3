import { expect, test } from "vitest";
import { must, simulatedAccount } from "./test-account.ts";
import { personOf, picture } from "./test-people.ts";

const entity = personOf("1");
const nobody = "00000000-0000-4000-8000-000000000000";

test.each(["401", "200"])("a wrong key halts, whether Passfort says so with %s or not", async (authErrorsAs) => {
  const account = await simulatedAccount({ authErrorsAs });
  for (const apiKey of ["wrong-key", ""]) {
    const client = account.client({ apiKey });
    expect(await client.whoami()).toMatchObject({ failure: { kind: "halted" } });
    expect(await client.createProfile({ entity, productAlias: null })).toMatchObject({ failure: { kind: "halted" } });
  }
});

test.each(["status", "422", "200"])(
  "what Passfort will not take is refused, in its own words (errors as %s)",
  async (errorsAs) => {
    const { passfort } = await simulatedAccount({ errorsAs });
    expect(await passfort.createProfile({ entity, productAlias: "no_such_product" })).toMatchObject({
      failure: { kind: "refused", code: "201", message: expect.stringContaining('"no_such_product"') },
    });
    expect(
      await passfort.createProfile({ entity: { ...entity, nationality: "ZZZ" }, productAlias: null }),
    ).toMatchObject({
      failure: { kind: "refused", code: "201", field: "nationality" },
    });

    const create = () => passfort.createProfile({ entity, productAlias: "individual_migration" });
    const { profileId, applications } = must(await create());
    const applicationId = applications[0]?.id ?? "";
    const task = must(await passfort.addTask(profileId, "INDIVIDUAL_MANUAL_TASK"));
    const link = { list: "directors", profileId: nobody, entityType: "individual", taskVariantIds: [] } as const;
    for (const [code, refused] of [
      ["201", await passfort.readProfile(nobody)],
      ["201", await passfort.readData(nobody)],
      ["201", await passfort.addTask(profileId, "COMPANY_MANUAL_TASK")],
      ["201", await passfort.addNote(profileId, task.id, { text: "Seen", fileIds: [nobody] })],
      [
        "201",
        await passfort.addDocument(profileId, { category: "SUPPORTING", documentType: "PASSPORT", imageIds: [nobody] }),
      ],
      ["201", await passfort.uploadFile(profileId, { content: Uint8Array.from([1, 2, 3]) })],
      ["201", await passfort.runCheck(profileId, { checkType: "IDENTITY_CHECK", taskIds: [nobody], mode: "async" })],
      ["201", await passfort.removeTag(profileId, nobody)],
      ["105", await passfort.decide(profileId, applicationId, "APPROVED")],
      ["402", await passfort.decide(profileId, applicationId, "CANCELLED")],
      ["402", await passfort.revertDecision(profileId, applicationId)],
    ] as const)
      expect(refused).toMatchObject({ ok: false, failure: { kind: "refused", code } });

    const firm = { entityType: "company", reference: "C-1", name: "Example Ltd" } as const;
    const companyId = must(await passfort.createProfile({ entity: firm, productAlias: "company_migration" })).profileId;
    const before = must(await passfort.readData(companyId));
    expect(await passfort.linkAssociates(companyId, [link])).toMatchObject({
      failure: { kind: "refused", code: "201" },
    });
    expect(must(await passfort.readData(companyId))).toEqual(before);
  },
);

test("what was decided already is refused with its own code, so that a caller can tell", async () => {
  const { passfort } = await simulatedAccount();
  const create = () => passfort.createProfile({ entity, productAlias: "individual_migration" });
  const { profileId, applications } = must(await create());
  const applicationId = applications[0]?.id ?? "";
  must(await passfort.decide(profileId, applicationId, "REJECTED"));
  expect(await passfort.decide(profileId, applicationId, "REJECTED")).toMatchObject({ failure: { code: "103" } });
});

test("an associate of one company is refused to another", async () => {
  const { passfort } = await simulatedAccount();
  const company = async (reference: string) => {
    const firm = { entityType: "company", reference, name: "Example Ltd" } as const;
    return must(await passfort.createProfile({ entity: firm, productAlias: "company_migration" })).profileId;
  };
  const profileId = must(await passfort.createAssociate({ entity })).profileId;
  const links = [{ list: "directors", profileId, entityType: "individual", taskVariantIds: [] }] as const;
  must(await passfort.linkAssociates(await company("C-1"), links));
  expect(await passfort.linkAssociates(await company("C-2"), links)).toMatchObject({
    failure: { kind: "refused", code: "105" },
  });
});

test("without a product Passfort applies to its automatic ones, and the answer tells which", async () => {
  const { passfort } = await simulatedAccount();
  expect(must(await passfort.createProfile({ entity, productAlias: null })).applications).toMatchObject([
    { productAlias: "individual_onboarding" },
  ]);
});

test("a reverted decision is listed under whatever id it has now", async () => {
  for (const revert of ["same", "new"]) {
    const { passfort } = await simulatedAccount({ revert });
    const create = () => passfort.createProfile({ entity, productAlias: "individual_migration" });
    const { profileId, applications } = must(await create());
    const applicationId = applications[0]?.id ?? "";
    must(await passfort.decide(profileId, applicationId, "REJECTED"));
    const [reverted, ...others] = must(await passfort.revertDecision(profileId, applicationId, "by mistake"));
    expect(others).toEqual([]);
    expect(reverted?.status).toBe("APPLIED");
    expect(reverted?.id === applicationId).toBe(revert === "same");
  }
});

test("a picture is not refused for its size below the limit, nor for its name", async () => {
  const { passfort } = await simulatedAccount();
  const { profileId } = must(await passfort.createProfile({ entity, productAlias: null }));
  const large = new Uint8Array(8_000_000);
  large.set(picture);
  expect(must(await passfort.uploadFile(profileId, { content: large, name: "Beleg Müller 1/2.png" })).name).toBe(
    "Beleg Müller 1/2.png",
  );
});
