/** One allowed move of a status, with the sentence that says when it happens. */
export type Edge<S extends string> = { readonly from: S; readonly to: S; readonly when: string };

/** A status machine is data: its statuses, where it starts, where it may end, and a sentence on every edge. */
export type StateMachine<S extends string> = {
  readonly name: string;
  readonly statuses: readonly S[];
  readonly initial: S;
  readonly edges: readonly Edge<S>[];
};

export type StatusOf<M> = M extends StateMachine<infer S> ? S : never;

/** Declares a machine; `S` is inferred from `statuses`, so an edge to an unknown status does not compile. */
export function stateMachine<const S extends string>(machine: {
  name: string;
  statuses: readonly S[];
  initial: NoInfer<S>;
  edges: readonly Edge<NoInfer<S>>[];
}): StateMachine<S> {
  return machine;
}

/** The statuses from which `to` may be reached. */
export function sourcesOf<S extends string>(machine: StateMachine<S>, to: S): S[] {
  return machine.edges.filter((edge) => edge.to === to).map((edge) => edge.from);
}

/** The statuses no edge leaves: what ends there stays there. */
export function finalStatusesOf<S extends string>(machine: StateMachine<S>): S[] {
  return machine.statuses.filter((status) => !machine.edges.some((edge) => edge.from === status));
}
