"use client";
import { Box, Card, Center, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { ProductName } from "./product-name.tsx";

/** The card of the pages before the panel: sign-in and set-up. */
export function DoorCard({ title, sentence, children }: { title: string; sentence: string; children: ReactNode }) {
  return (
    <Center
      component="main"
      mih="100dvh"
      p="md"
      bg="light-dark(var(--mantine-color-gray-0), var(--mantine-color-dark-8))"
    >
      <Box w="100%" maw={420}>
        <Stack gap="md">
          <ProductName />
          <Card padding="lg">
            <Title order={1}>{title}</Title>
            <Text c="dimmed" mb="md" mt={2}>
              {sentence}
            </Text>
            {children}
          </Card>
        </Stack>
      </Box>
    </Center>
  );
}
