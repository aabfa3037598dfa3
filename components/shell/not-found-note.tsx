"use client";
import { Button, Container } from "@mantine/core";
import { IconMapOff } from "@tabler/icons-react";
import Link from "next/link";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHead } from "#components/ui/page-head.tsx";

export function NotFoundNote() {
  return (
    <Container component="main" size="sm" py="xl">
      <PageHead title="This page does not exist" />
      <EmptyState
        icon={<IconMapOff size={22} />}
        title="Nothing at this address"
        sentence="The link may be old, or a letter may be missing."
        action={
          <Button component={Link} href="/">
            To the migrations
          </Button>
        }
      />
    </Container>
  );
}
