-- AlterTable: the text stays as it was written, so the digests of chunks hold.
ALTER TABLE "Record" ALTER COLUMN "data" SET DATA TYPE TEXT;
