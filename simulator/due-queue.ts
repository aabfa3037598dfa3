export type Planned = { at: number; order: number; job: () => void; isCancelled: boolean };

/** What is planned, earliest first; what was planned first goes first among equals. A binary heap: books are large. */
export type DueQueue = {
  add(at: number, job: () => void): Planned;
  /** The earliest that was not called off. */
  earliest(): Planned | undefined;
  /** Takes the earliest away. */
  take(): void;
  clear(): void;
};

export function createDueQueue(): DueQueue {
  const heap: Planned[] = [];
  let order = 0;

  function add(at: number, job: () => void): Planned {
    const planned = { at, order, job, isCancelled: false };
    order += 1;
    heap.push(planned);
    rise(heap, heap.length - 1);
    return planned;
  }

  function take(): void {
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    heap[0] = last;
    sink(heap, 0);
  }

  function earliest(): Planned | undefined {
    while (heap[0]?.isCancelled) take();
    return heap[0];
  }

  return {
    add,
    take,
    earliest,
    clear: () => {
      heap.length = 0;
    },
  };
}

function rise(heap: Planned[], from: number): void {
  let index = from;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    if (!swapIfEarlier(heap, index, parent)) return;
    index = parent;
  }
}

function sink(heap: Planned[], from: number): void {
  let index = from;
  for (;;) {
    const left = 2 * index + 1;
    const child = isEarlier(heap[left + 1], heap[left]) ? left + 1 : left;
    if (!swapIfEarlier(heap, child, index)) return;
    index = child;
  }
}

/** Puts the one at `lower` in the place of the one at `upper` when it is due earlier. */
function swapIfEarlier(heap: Planned[], lower: number, upper: number): boolean {
  const [below, above] = [heap[lower], heap[upper]];
  if (!below || !above || !isEarlier(below, above)) return false;
  heap[upper] = below;
  heap[lower] = above;
  return true;
}

function isEarlier(one: Planned | undefined, other: Planned | undefined): boolean {
  if (!one || !other) return false;
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
