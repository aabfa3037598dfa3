import { List, Table, Text } from "@mantine/core";
import type { MappingWords } from "#lib/domain/mapping-words.ts";

/** A mapping in words: what each column becomes, then what holds for every row. */
export function WordsOfMapping({ words }: { words: MappingWords }) {
  return (
    <>
      <Table.ScrollContainer minWidth={280}>
        <Table verticalSpacing={4} captionSide="bottom">
          <Table.Caption>{words.columns.length === 1 ? "1 column" : `${words.columns.length} columns`}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col" w="35%">
                Column
              </Table.Th>
              <Table.Th scope="col">Becomes</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {words.columns.map(({ column, answer, becomes }) => (
              <Table.Tr key={column}>
                <Table.Th scope="row" fw={550} style={{ overflowWrap: "anywhere" }}>
                  {column}
                </Table.Th>
                <Table.Td style={{ overflowWrap: "anywhere" }}>
                  {answer === "mapped" ? becomes.join("; ") : <Text c="dimmed">{answerWords[answer]}</Text>}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {words.everywhere.length > 0 && (
        <List size="sm" spacing={2} mt="xs" aria-label="In every row">
          {words.everywhere.map((sentence) => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
      )}
    </>
  );
}

const answerWords = { ignored: "Ignored on purpose", open: "No answer" } as const;
