"use client";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { cssVariables, theme } from "#components/ui/theme.ts";
import { ProblemError } from "#lib/client/call.ts";
import { keyOf } from "#lib/client/queries.ts";
import { readMe } from "#lib/contracts/people.ts";

export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(makeQueryClient);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      <Notifications position="bottom-right" autoClose={6000} limit={4} />
    </MantineProvider>
  );
}

function makeQueryClient(): QueryClient {
  // A session that ended is found out by any call; asking who is signed in again leads to the sign-in page, in one place.
  const askWhoIsSignedIn = (error: Error) => {
    if (error instanceof ProblemError && error.httpStatus === 401)
      void client.invalidateQueries({ queryKey: keyOf(readMe) });
  };
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: askWhoIsSignedIn }),
    mutationCache: new MutationCache({ onError: askWhoIsSignedIn }),
    defaultOptions: { queries: { staleTime: 2000, retry: mayTryAgain } },
  });
  return client;
}

/** A refusal is an answer: only what never arrived, or broke on the way, is asked for again. */
function mayTryAgain(failures: number, error: Error): boolean {
  const isRefusal = error instanceof ProblemError && error.httpStatus >= 400 && error.httpStatus < 500;
  return !isRefusal && failures < 2;
}
