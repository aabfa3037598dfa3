import { Card, Table, Text } from "@mantine/core";
import { Section } from "#components/records/section.tsx";
import { errorColumnWords } from "./error-column-words.ts";

/** What the error report holds, column by column, for whoever opens it without having seen this panel. */
export function ErrorReportCard() {
  return (
    <Section title="What is in the error report">
      <Card>
        <Text mb="xs">
          One line for every error of every client that is not in Passfort, with no upper limit. It opens in Excel as it
          is; a cell that a spreadsheet would take for a formula begins with an apostrophe. The download is recorded in
          the audit log.
        </Text>
        <Table verticalSpacing={4} withRowBorders={false}>
          <Table.Tbody>
            {errorColumnWords.map(({ column, meaning }) => (
              <Table.Tr key={column}>
                <Table.Th
                  scope="row"
                  ff="monospace"
                  fw={500}
                  w="32%"
                  style={{ overflowWrap: "anywhere", verticalAlign: "top" }}
                >
                  {column}
                </Table.Th>
                <Table.Td>{meaning}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Card>
    </Section>
  );
}
