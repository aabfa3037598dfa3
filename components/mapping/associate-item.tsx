import { Accordion, Button, Select, Text } from "@mantine/core";
import { countOf } from "#components/chunks/number-words.ts";
import { linkLists } from "#lib/domain/link.ts";
import type { MappedAssociate } from "#lib/domain/mapping.ts";
import { linkListWords } from "#lib/domain/role-words.ts";
import { targetOf } from "#lib/domain/targets.ts";
import { AssociateConstants } from "./associate-constants.tsx";
import { AssociateKind } from "./associate-kind.tsx";
import type { Catalogue } from "./catalogue.ts";
import { ColumnRow } from "./column-row.tsx";
import { mapAlike, othersOfSeries, withAssociate, withoutAssociate } from "./family-draft.ts";
import { type Answer, coverageOf, type Draft, type MappingReply, takenFields } from "./mapping-draft.ts";

type Props = {
  associate: MappedAssociate;
  mapping: MappingReply;
  draft: Draft;
  catalogue: Catalogue;
  isOpened: boolean;
  readOnly: boolean;
  onAnswer: (column: number, answer: Answer) => void;
  onDraft: (draft: Draft) => void;
};

const byColumn = "(column)";

/** One numbered associate: what it is, in which list of the company it stands, and its columns. */
export function AssociateItem({ associate, mapping, draft, catalogue, isOpened, readOnly, onAnswer, onDraft }: Props) {
  const { of, label, list } = associate;
  const proposed = mapping.associates.find((each) => each.of === of);
  const columns = (proposed?.columns ?? []).flatMap(({ index }) => mapping.columns[index] ?? []);
  const fed = draft.answers.filter(
    (answer) =>
      answer.kind === "mapped" && [answer, ...(answer.also ?? [])].some(({ field }) => targetOf(field).of === of),
  ).length;
  const missing = coverageOf(draft, catalogue).associates.find((each) => each.label === label)?.missing ?? [];
  const others = othersOfSeries(draft, mapping, of);
  const taken = takenFields(draft, mapping.columns);
  const columnNames = mapping.columns.map(({ name }) => name);
  return (
    <Accordion.Item value={String(of)}>
      <Accordion.Control>
        <Text span fw={600}>
          {label}
        </Text>{" "}
        <Text span size="xs" c="dimmed">
          {countOf(fed, "column")} mapped
          {missing.length > 0 && ` · still needs ${missing.map((field) => field.label.toLowerCase()).join(", ")}`}
        </Text>
      </Accordion.Control>
      <Accordion.Panel>
        {/* Folded sections draw nothing: a file of forty directors stays quick. */}
        {isOpened && (
          <>
            {proposed && (
              <Text size="xs" c="dimmed" mb="xs">
                {proposed.reason}
              </Text>
            )}
            <AssociateKind
              associate={associate}
              mapping={mapping}
              readOnly={readOnly}
              onChange={(next) => onDraft(withAssociate(draft, mapping, next))}
            >
              <Select
                label={`Role of ${label}`}
                size="xs"
                allowDeselect={false}
                readOnly={readOnly}
                value={list ?? byColumn}
                data={[
                  ...linkLists.map((each) => ({ value: each, label: linkListWords[each].one })),
                  { value: byColumn, label: "A column says it" },
                ]}
                onChange={(value) => {
                  const next = linkLists.find((each) => each === value) ?? null;
                  onDraft(withAssociate(draft, mapping, { ...associate, list: next }));
                }}
              />
              {!readOnly && others.length > 0 && (
                <Button size="xs" variant="default" onClick={() => onDraft(mapAlike(draft, mapping, of))}>
                  Map {others.map((each) => each.label).join(", ")} like this
                </Button>
              )}
              {!readOnly && (
                <Button size="xs" variant="subtle" color="red" onClick={() => onDraft(withoutAssociate(draft, of))}>
                  Leave {label} out
                </Button>
              )}
            </AssociateKind>
            {columns.length === 0 && (
              <Text size="sm">No header speaks of it. Choose “{label}: …” at the columns above that are about it.</Text>
            )}
            <ol style={{ margin: 0, padding: 0, listStyle: "none" }}>
              {columns.map((column) => {
                const answer = draft.answers[column.index];
                return (
                  answer && (
                    <ColumnRow
                      key={column.index}
                      column={column}
                      answer={answer}
                      catalogue={catalogue}
                      home={of}
                      rowCount={mapping.rowCount}
                      columnNames={columnNames}
                      taken={taken}
                      readOnly={readOnly}
                      onAnswer={(next) => onAnswer(column.index, next)}
                    />
                  )
                );
              })}
            </ol>
            <AssociateConstants
              of={of}
              label={label}
              draft={draft}
              catalogue={catalogue}
              taken={taken}
              readOnly={readOnly}
              onDraft={onDraft}
            />
          </>
        )}
      </Accordion.Panel>
    </Accordion.Item>
  );
}
