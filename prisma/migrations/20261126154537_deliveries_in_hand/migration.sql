-- CreateIndex
CREATE INDEX "Delivery_in_hand_idx" ON "Delivery"("connectionId") WHERE (status = 'sending');
