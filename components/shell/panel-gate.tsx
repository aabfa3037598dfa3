"use client";
import { Box, Container, Group, Skeleton, Stack, VisuallyHidden } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect } from "react";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useContract } from "#lib/client/queries.ts";
import { readMe } from "#lib/contracts/people.ts";
import { AppFrame } from "./app-frame.tsx";
import { MeProvider } from "./me.tsx";
import { placeOf } from "./place-of.ts";

/** Shows the panel to people who are signed in; sends everybody else to the page where that happens. */
export function PanelGate({ children }: { children: ReactNode }) {
  const me = useContract(readMe, {}, { staleTime: 60_000 });
  const router = useRouter();
  const place = me.data && placeOf(me.data);

  useEffect(() => {
    const here = window.location.pathname + window.location.search;
    if (place === "set-up") router.replace("/set-up");
    if (place === "sign-in") router.replace(here === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(here)}`);
  }, [place, router]);

  if (me.data?.person) {
    return (
      <MeProvider person={me.data.person}>
        <AppFrame>{children}</AppFrame>
      </MeProvider>
    );
  }
  return (
    <Container component="main" py="xl" size="sm">
      {me.error ? <ProblemAlert error={me.error} onRetry={() => void me.refetch()} /> : <FrameSkeleton />}
    </Container>
  );
}

function FrameSkeleton() {
  return (
    <Stack aria-busy="true">
      <VisuallyHidden role="status">Opening the panel</VisuallyHidden>
      <Group>
        <Skeleton h={28} w={28} circle />
        <Skeleton h={22} w={180} />
      </Group>
      <Box>
        <Skeleton h={120} />
      </Box>
    </Stack>
  );
}
