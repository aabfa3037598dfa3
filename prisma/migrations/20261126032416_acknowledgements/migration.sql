-- CreateTable
CREATE TABLE "Acknowledgement" (
    "migrationId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "fileId" UUID NOT NULL,
    "role" "RecordRole" NOT NULL,
    "count" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Acknowledgement_pkey" PRIMARY KEY ("migrationId","code","field","fileId","role")
);
