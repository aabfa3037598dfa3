import {
  type InfiniteData,
  type QueryKey,
  type UseInfiniteQueryResult,
  type UseQueryOptions,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
} from "@tanstack/react-query";
import type { z } from "zod";
import type { BodyOf, Contract, ParamsOf, ReplyOf } from "#lib/contracts/contract.ts";
import { call, type ProblemError, urlOf } from "./call.ts";

export type Asked<C extends Contract> = { params?: ParamsOf<C>; query?: z.input<C["query"]> };

/** The address split at its slashes, the query as last part: invalidating `/api/migrations/1` covers everything below it. */
export function keyOfUrl(url: string): QueryKey {
  const [path = "", search] = url.split("?");
  const parts = path.split("/").filter((part) => part !== "");
  return search === undefined ? parts : [...parts, `?${search}`];
}

export const keyOf = <C extends Contract>(contract: C, asked: Asked<C> = {}): QueryKey =>
  keyOfUrl(urlOf(contract, asked));

type Options<R> = Omit<UseQueryOptions<R, ProblemError>, "queryKey" | "queryFn">;

/** Reads a GET contract: `useContract(readChunk, { params: { chunkId } }, { refetchInterval: 1000 })`. */
export function useContract<C extends Contract>(
  contract: C,
  asked: Asked<C> = {},
  options: Options<ReplyOf<C>> = {},
): UseQueryResult<ReplyOf<C>, ProblemError> {
  return useQuery<ReplyOf<C>, ProblemError>({
    ...options,
    queryKey: keyOf(contract, asked),
    queryFn: ({ signal }) => call(contract, { ...asked, signal }),
  });
}

/** Reads a contract that looks with a body, such as values of people, which have no place in an address. */
export function useLook<C extends Contract>(
  contract: C,
  input: { params?: ParamsOf<C>; body: BodyOf<C> },
  options: Options<ReplyOf<C>> = {},
): UseQueryResult<ReplyOf<C>, ProblemError> {
  return useQuery<ReplyOf<C>, ProblemError>({
    ...options,
    queryKey: [...keyOfUrl(urlOf(contract, { params: input.params })), JSON.stringify(input.body)],
    queryFn: ({ signal }) => call(contract, { ...input, signal }),
  });
}

/**
 * Reads a GET contract page by page. `cursor` names the query field that takes the cursor, `nextOf` finds the next one in a reply (null at the end).
 * `result.data.pages` are the replies in order.
 */
export function useContractPages<C extends Contract>(
  contract: C,
  asked: Asked<C>,
  pages: { cursor: keyof z.input<C["query"]> & string; nextOf: (reply: ReplyOf<C>) => string | number | null },
): UseInfiniteQueryResult<InfiniteData<ReplyOf<C>>, ProblemError> {
  return useInfiniteQuery<ReplyOf<C>, ProblemError, InfiniteData<ReplyOf<C>>, QueryKey, string | number | null>({
    queryKey: [...keyOf(contract, asked), "pages"],
    initialPageParam: null,
    queryFn: ({ signal, pageParam }) =>
      call(contract, {
        ...asked,
        query: { ...(asked.query as object | undefined), [pages.cursor]: pageParam ?? undefined } as z.input<
          C["query"]
        >,
        signal,
      }),
    getNextPageParam: pages.nextOf,
    // A list read far is a hundred questions, one after the other: not for looking away and back.
    refetchOnWindowFocus: false,
  });
}
