-- CreateTable
CREATE TABLE "CallPlace" (
    "id" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "takenUntil" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CallPlace_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CallPlace_connectionId_takenUntil_idx" ON "CallPlace"("connectionId", "takenUntil");

-- AddForeignKey
ALTER TABLE "CallPlace" ADD CONSTRAINT "CallPlace_connectionId_fkey" FOREIGN KEY ("connectionId") REFERENCES "Connection"("id") ON DELETE CASCADE ON UPDATE CASCADE;
