import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import type { BodyOf, Contract, ParamsOf, ReplyOf } from "#lib/contracts/contract.ts";
import { call, type ProblemError } from "./call.ts";
import { keyOfUrl } from "./queries.ts";

export type CommandInput<C extends Contract> = { params?: ParamsOf<C>; body?: BodyOf<C> };

type CommandOptions<C extends Contract> = {
  /** Runs after the server said yes, before the lists are read again. */
  onDone?: (reply: ReplyOf<C>, input: CommandInput<C>) => void;
  /** Address prefixes whose queries are read again, for example `/api/migrations`. Left out: all of them. */
  invalidates?: readonly string[];
};

/**
 * Gives a command: `const pause = useCommand(pauseChunk)`, then `pause.mutate({ params: { chunkId } })`.
 * `pause.error` is a ProblemError for ProblemAlert. Refused or not, the screen is read again: a refusal often means it was stale.
 */
export function useCommand<C extends Contract>(
  contract: C,
  options: CommandOptions<C> = {},
): UseMutationResult<ReplyOf<C>, ProblemError, CommandInput<C>> {
  const queryClient = useQueryClient();
  return useMutation<ReplyOf<C>, ProblemError, CommandInput<C>>({
    mutationFn: (input) => call(contract, input),
    onSuccess: (reply, input) => options.onDone?.(reply, input),
    onSettled: () => {
      for (const prefix of options.invalidates ?? ["/api"])
        void queryClient.invalidateQueries({ queryKey: keyOfUrl(prefix) });
    },
  });
}
