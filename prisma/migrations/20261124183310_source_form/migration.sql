-- AlterTable
ALTER TABLE "SourceFile" ADD COLUMN     "form" JSONB,
ADD COLUMN     "formChoice" JSONB,
ADD COLUMN     "parsingSince" TIMESTAMP(3),
ADD COLUMN     "reading" JSONB;
