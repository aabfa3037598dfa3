import { Alert, Button, Group, Modal, SegmentedControl, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { plainNumber } from "#components/ui/count-identity.ts";
import { ProblemAlert } from "#components/ui/problem-alert.tsx";
import { useLook } from "#lib/client/queries.ts";
import { readColumnValues } from "#lib/contracts/mapping.ts";
import type { Field } from "#lib/domain/field-shape.ts";
import { type Transform, valuePairsMax } from "#lib/domain/mapping.ts";
import type { ValueView } from "#lib/stages/map/value-lines.ts";
import { useMappingFile } from "./mapping-file.tsx";
import { OtherwiseSelect } from "./otherwise-select.tsx";
import { ValueBulk } from "./value-bulk.tsx";
import { ValueLines } from "./value-lines.tsx";
import { type ValuesStep, withTarget } from "./value-pairs.ts";

type Props = {
  columnName: string;
  columnIndex: number;
  field: Field;
  transforms: readonly Transform[];
  at: number;
  step: ValuesStep;
  view: ValueView;
  readOnly: boolean;
  onChange: (step: ValuesStep) => void;
  opened: boolean;
  onClose: () => void;
};

const viewWords: Record<ValueView, string> = { all: "All", unmapped: "Not in the map", unread: "Cannot be read" };

/** The values of a column in a dialog. What was searched and selected in it begins anew each time, and the focus goes back to where it came from. */
export function ValueGrid({ opened, ...grid }: Props) {
  return (
    <Modal
      opened={opened}
      onClose={grid.onClose}
      size="xl"
      title={`Values of “${grid.columnName}” for ${grid.field.label}`}
      closeButtonProps={{ "aria-label": "Close the value map" }}
    >
      <ValueGridContent {...grid} />
    </Modal>
  );
}

/** Every different value of a column over the whole file, with its rows, and what each becomes; those without a line come first. */
function ValueGridContent({
  columnIndex,
  field,
  transforms,
  at,
  step,
  readOnly,
  onChange,
  onClose,
  ...first
}: Omit<Props, "opened">) {
  const { fileId } = useMappingFile();
  const [search, setSearch] = useState("");
  const [settledSearch] = useDebouncedValue(search, 300);
  // The map as it was when the list was asked for: lines must not move away under the hand that fills them in.
  const [asked, setAsked] = useState({ transforms: [...transforms], view: first.view, offset: 0 });
  const [chosen, setChosen] = useState<ReadonlyMap<string, number>>(new Map());
  const list = useLook(
    readColumnValues,
    {
      params: { fileId, column: columnIndex },
      body: { field: field.key, at, search: settledSearch, ...asked },
    },
    { placeholderData: keepPreviousData, staleTime: Number.POSITIVE_INFINITY },
  );
  const ask = (part: Partial<typeof asked>) => {
    setAsked({ ...asked, transforms: [...transforms], offset: 0, ...part });
    setChosen(new Map());
  };
  const assign = (values: readonly string[], to: string | undefined) => onChange(withTarget(step, values, to));
  const views = list.data?.views;
  return (
    <Stack gap="xs">
      <Group gap="xs" align="end">
        <TextInput
          flex="1 1 180px"
          size="xs"
          label="Search"
          leftSection={<IconSearch size={14} aria-hidden />}
          value={search}
          data-autofocus
          maxLength={200}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            ask({});
          }}
        />
        <SegmentedControl
          size="xs"
          aria-label="Which values to show"
          value={asked.view}
          onChange={(view) => ask({ view: view as ValueView })}
          data={(Object.keys(viewWords) as ValueView[]).map((view) => ({
            value: view,
            label: `${viewWords[view]}${views ? ` ${plainNumber(views[view]?.values ?? 0)}` : ""}`,
          }))}
        />
        <OtherwiseSelect step={step} readOnly={readOnly} onChange={onChange} />
      </Group>
      <Text size="xs" c="dimmed" role="status">
        {views
          ? `${plainNumber(views[asked.view]?.values ?? 0)} different values in ${plainNumber(views[asked.view]?.rows ?? 0)} rows, counted over the whole file.`
          : "Counting the values."}
      </Text>
      {list.data && !list.data.isWhole && (
        <Alert color="gray" py={6}>
          The column has {plainNumber(list.data.different)} different values. The most frequent are listed; find others
          by searching.
        </Alert>
      )}
      {step.pairs.length >= valuePairsMax && (
        <Alert color="yellow" py={6}>
          A value map holds {plainNumber(valuePairsMax)} values at most. Clean this column in the source, or map it
          otherwise.
        </Alert>
      )}
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {!readOnly && (
        <ValueBulk
          kind={field.kind}
          chosen={chosen}
          onAssign={(to) => {
            assign([...chosen.keys()], to);
            setChosen(new Map());
          }}
        />
      )}
      {list.isPending && <Skeleton h={260} />}
      {list.data && (
        <ValueLines
          lines={list.data.values}
          field={field}
          step={step}
          transforms={transforms.slice(at)}
          chosen={chosen}
          readOnly={readOnly}
          onChosen={setChosen}
          onTo={(value, to) => assign([value], to)}
        />
      )}
      <Group justify="space-between">
        <Group gap="xs">
          {asked.offset > 0 && (
            <Button size="xs" variant="default" onClick={() => ask({ offset: Math.max(0, asked.offset - 100) })}>
              Earlier values
            </Button>
          )}
          {list.data?.nextOffset != null && (
            <Button size="xs" variant="default" onClick={() => ask({ offset: list.data?.nextOffset ?? 0 })}>
              More values
            </Button>
          )}
        </Group>
        <Button size="xs" onClick={onClose}>
          Done
        </Button>
      </Group>
    </Stack>
  );
}
