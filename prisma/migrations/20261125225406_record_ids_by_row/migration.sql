-- AlterTable
ALTER TABLE "SourceFile" ADD COLUMN     "number" SERIAL NOT NULL;
-- In the order of arrival, which the server need not have followed.
UPDATE "SourceFile" f SET number = -placed.place FROM (SELECT id, row_number() OVER (ORDER BY "uploadedAt", id) AS place FROM "SourceFile") placed WHERE placed.id = f.id;
UPDATE "SourceFile" SET number = -number;

-- CreateIndex
CREATE UNIQUE INDEX "SourceFile_number_key" ON "SourceFile"("number");

-- Records get the id that their file and row tell (lib/domain/record-id.ts). What speaks of them follows: members and deliveries by
-- their foreign keys, issues and the two logs here.
CREATE TABLE record_id AS
SELECT r.id AS old, (lpad(to_hex(f.number), 12, '0') || '80008000' || lpad(to_hex(r."rowNumber"), 8, '0') || '0000')::uuid AS new
FROM "Record" r JOIN "SourceFile" f ON f.id = r."fileId";
UPDATE "Issue" i SET "recordId" = r.new FROM record_id r WHERE i."recordId" = r.old;
UPDATE "Transition" t SET "subjectId" = r.new FROM record_id r WHERE t."subjectId" = r.old;
UPDATE "AuditEntry" a SET "subjectId" = r.new::text FROM record_id r WHERE a."subjectId" = r.old::text;
UPDATE "Record" d SET id = r.new FROM record_id r WHERE d.id = r.old;
DROP TABLE record_id;

-- DropIndex
DROP INDEX "Record_fileId_rowNumber_key";

-- DropIndex
DROP INDEX "Record_migrationId_fileId_readiness_entityType_idx";

-- DropIndex
DROP INDEX "Record_migrationId_readiness_id_idx";

-- AlterTable
ALTER TABLE "Record" ADD COLUMN     "identity" TEXT;
UPDATE "Record" SET identity = (data ->> 'countryOfIncorporation') || ' ' || (data ->> 'number') WHERE "entityType" = 'company';
ALTER TABLE "Record" ALTER COLUMN "data" SET DATA TYPE JSON;

-- AlterTable
ALTER TABLE "SourceFile" ADD COLUMN     "companies" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "individuals" INTEGER NOT NULL DEFAULT 0;
UPDATE "SourceFile" f SET individuals = known.individuals, companies = known.companies
FROM (
  SELECT "fileId", count(*) FILTER (WHERE "entityType" = 'individual') AS individuals, count(*) FILTER (WHERE "entityType" = 'company') AS companies
  FROM "Record" GROUP BY 1
) AS known WHERE known."fileId" = f.id;

-- CreateIndex
CREATE INDEX "Record_not_ready_idx" ON "Record"("migrationId", "readiness", "id", "fileId", "entityType") WHERE (readiness <> 'ready');

-- CreateIndex
CREATE INDEX "Record_identity_idx" ON "Record"("migrationId", "identity") WHERE (identity is not null);
