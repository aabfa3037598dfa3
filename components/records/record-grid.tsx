// biome-ignore-all lint/a11y/useSemanticElements: a table cannot leave out the rows that are out of sight
// biome-ignore-all lint/a11y/useFocusableInteractive: the rows take the focus; cells and heads are read with them
"use client";
import { Checkbox, Group, Text } from "@mantine/core";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRouter } from "next/navigation";
import { type CSSProperties, type KeyboardEvent, useCallback, useEffect, useRef, useState } from "react";
import { plainNumber } from "#components/ui/count-identity.ts";
import { rowAfterKey } from "./grid-keys.ts";
import { keepPlace, placeOfList } from "./list-place.ts";
import classes from "./record-grid.module.css";
import { columnNames, type RecordLine, RecordRow } from "./record-row.tsx";
import { rowsToRender } from "./rows-to-render.ts";
import { countSelected, isSelected, nothingSelected, type Selection, withRange, withToggled } from "./selection.ts";

const rowHeight = 44;
const headHeight = 40;
/** Rows that are read before they are reached. */
const readAhead = 40;

type Props = {
  records: readonly RecordLine[];
  /** Of the filter, read or not. */
  total: number;
  noun: string;
  hasMore: boolean;
  isReading: boolean;
  onMore: () => void;
  migrationId: string;
  /** The address of the list: whoever comes back to it finds its place again. */
  href: string;
  selection: Selection;
  /** Undefined: nothing can be chosen here. */
  onSelection: ((selection: Selection) => void) | undefined;
};

/**
 * Records as a grid of which only the rows in sight exist, and of whose pages only those that were come by. Arrows and page keys move from
 * row to row, Enter opens, space chooses; shift reaches from the one chosen last.
 */
export function RecordGrid(props: Props) {
  const { records, total, noun, hasMore, isReading, onMore, migrationId, href, selection, onSelection } = props;
  const router = useRouter();
  const scroller = useRef<HTMLDivElement>(null);
  const [before] = useState(() => placeOfList(href));
  const [active, setActive] = useState(before.row);
  const activeRow = Math.min(active, Math.max(0, records.length - 1));
  const rows = useVirtualizer({
    count: records.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => records[index]?.id ?? index,
    overscan: 10,
    initialOffset: before.offset,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    // The row with the focus stays, or the focus would be lost with it.
    rangeExtractor: (range) => rowsToRender(range, activeRow),
  });
  const shown = rows.getVirtualItems();
  const lastShown = rows.range?.endIndex ?? 0;
  useEffect(() => {
    if (hasMore && !isReading && lastShown >= records.length - readAhead) onMore();
  }, [hasMore, isReading, lastShown, records.length, onMore]);

  const place = useRef(before);
  place.current = { offset: rows.scrollOffset ?? 0, row: activeRow };
  useEffect(() => () => keepPlace(migrationId, href, place.current), [migrationId, href]);

  const select = useCallback(
    (id: string, ranged: boolean) => {
      const order = ranged ? records.map((record) => record.id) : [];
      onSelection?.(ranged ? withRange(selection, id, order) : withToggled(selection, id));
    },
    [records, selection, onSelection],
  );
  const moveTo = (index: number) => {
    rows.scrollToIndex(index, { align: "auto" });
    setActive(index);
    // The row is there once it was drawn.
    requestAnimationFrame(() =>
      requestAnimationFrame(() =>
        scroller.current?.querySelector<HTMLElement>(`[data-row="${index}"]`)?.focus({ preventScroll: true }),
      ),
    );
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const record = records[activeRow];
    const isOnRow = event.target instanceof HTMLElement && event.target.dataset.row !== undefined;
    if (event.altKey || event.metaKey || !record) return;
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / rowHeight) - 1);
    const next = rowAfterKey(event.key, activeRow, records.length - 1, page);
    if (next !== undefined) {
      event.preventDefault();
      moveTo(next);
    } else if (isOnRow && event.key === "Enter") router.push(hrefOf(migrationId, record));
    else if (isOnRow && event.key === " ") {
      event.preventDefault();
      select(record.id, event.shiftKey);
    }
  };
  const chosen = countSelected(selection, total);
  return (
    <>
      <div
        ref={scroller}
        className={classes.scroller}
        style={(onSelection ? { "--check-column": "40px", "--check-left": "52px" } : {}) as CSSProperties}
      >
        <div
          role="grid"
          aria-label="Records"
          aria-rowcount={total + 1}
          aria-multiselectable={onSelection ? true : undefined}
          aria-busy={isReading}
          className={classes.grid}
          onKeyDown={onKeyDown}
        >
          <div role="rowgroup" className={classes.heads}>
            <div role="row" aria-rowindex={1} className={classes.head}>
              {onSelection && (
                <div role="columnheader" className={classes.check}>
                  <Checkbox
                    size="xs"
                    aria-label={`Select all ${plainNumber(total)} ${noun} of this list`}
                    checked={selection.kind === "all"}
                    indeterminate={selection.kind === "some" && chosen > 0}
                    onChange={() => onSelection(selection.kind === "all" ? nothingSelected : { kind: "all" })}
                  />
                </div>
              )}
              {columnNames.map((name) => (
                <div
                  role="columnheader"
                  key={name}
                  className={[
                    classes.cell,
                    name === "Reference" ? classes.reference : "",
                    name === "Problems" ? classes.number : "",
                  ].join(" ")}
                >
                  {name}
                </div>
              ))}
            </div>
          </div>
          <div role="rowgroup" className={classes.rows} style={{ height: rows.getTotalSize() }}>
            {shown.map(({ index, key, start }) => {
              const record = records[index];
              return (
                record && (
                  <RecordRow
                    key={key}
                    record={record}
                    href={hrefOf(migrationId, record)}
                    index={index}
                    style={{ transform: `translateY(${start - headHeight}px)` }}
                    isActive={index === activeRow}
                    onActive={setActive}
                    selected={onSelection ? isSelected(selection, record.id) : undefined}
                    onSelect={select}
                  />
                )
              );
            })}
          </div>
        </div>
      </div>
      <Group justify="space-between" mt="xs">
        <Text size="sm" c="dimmed">
          {plainNumber(total)} {noun}
          {records.length < total && `, ${plainNumber(records.length)} of them read; more come as you scroll`}
        </Text>
      </Group>
    </>
  );
}

const hrefOf = (migrationId: string, { id }: RecordLine): string => `/migrations/${migrationId}/records/${id}`;
