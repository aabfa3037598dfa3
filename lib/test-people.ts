import { displayNameOf, type Entity } from "./domain/entity.ts";
import type { LinkList } from "./domain/link.ts";
import type { Readiness } from "./domain/record.ts";
import { recordIdOf } from "./domain/record-id.ts";
import type { Db } from "./store/client.ts";
import { blocksOf } from "./store/source-rows.ts";

type TestAssociate = {
  ref?: string;
  isCompany?: boolean;
  of?: string;
  list?: LinkList;
  percentage?: number;
  readiness?: Readiness;
};

/** Adds people and companies who do not exist to a file of a migration, as a check would have stored them. */
export function testPeople(db: Db, migration: { id: string }, file: { id: string; number: number }) {
  let rows = 0;
  const addRecord = (role: "client" | "associate", entity: Entity, readiness: Readiness = "ready") =>
    db.record.create({
      data: {
        id: recordIdOf(file.number, rows),
        migrationId: migration.id,
        fileId: file.id,
        rowNumber: rows,
        role,
        mappingVersion: 1,
        entityType: entity.entityType,
        reference: entity.reference ?? null,
        displayName: displayNameOf(entity),
        data: JSON.stringify(entity),
        readiness,
      },
    });

  const people = {
    async addClients(
      references: string[],
      readiness: "ready" | "invalid" | "excluded" = "ready",
      data: Record<string, unknown> = {},
    ) {
      for (const reference of references) {
        rows += 1;
        const entity: Entity = {
          entityType: "individual",
          reference,
          givenNames: ["Test"],
          familyName: `Person${rows}`,
          dateOfBirth: "1980-02-03",
          address: { country: "GBR", route: "High Street", locality: "London", postalCode: "N1 1AA" },
          ...data,
        };
        await db.sourceBlock.createMany({ data: blocksOf(file.id, [[reference]], rows) });
        await db.record.create({
          data: {
            id: recordIdOf(file.number, rows),
            migrationId: migration.id,
            fileId: file.id,
            rowNumber: rows,
            mappingVersion: 1,
            entityType: "individual",
            reference,
            displayName: displayNameOf(entity),
            data: JSON.stringify(entity),
            readiness,
            excludedReason: readiness === "excluded" ? "a double" : null,
          },
        });
      }
      await db.sourceFile.update({
        where: { id: file.id },
        data: { rowCount: rows, individuals: { increment: references.length } },
      });
    },
    /** A company client and its associates, each a record of its own with its place. */
    async addFamily(reference: string, associates: TestAssociate[]) {
      rows += 1;
      await addRecord("client", {
        entityType: "company",
        reference,
        name: `${reference} Ltd`,
        number: String(10_000_000 + rows),
        countryOfIncorporation: "GBR",
      });
      await db.sourceFile.update({ where: { id: file.id }, data: { companies: { increment: 1 } } });
      for (const associate of associates) await people.addAssociate(reference, associate);
    },
    /** `of` names another owner than the company. */
    async addAssociate(
      company: string,
      { ref, isCompany = false, of = company, list = "directors", readiness, ...place }: TestAssociate,
    ) {
      rows += 1;
      const number = String(20_000_000 + rows);
      await addRecord(
        "associate",
        isCompany
          ? { entityType: "company", reference: ref, name: `${ref} Holding`, countryOfIncorporation: "GBR", number }
          : { entityType: "individual", reference: ref, givenNames: ["Test"], familyName: `Associate${rows}` },
        readiness,
      );
      const recordId = recordIdOf(file.number, rows);
      await db.link.create({ data: { recordId, migrationId: migration.id, ownerReference: of, list, ...place } });
      await db.sourceFile.update({ where: { id: file.id }, data: { associates: { increment: 1 } } });
    },
  };
  return people;
}
