import { List, Text } from "@mantine/core";

/** What a person can do about a file that could not be read. */
export function UnreadableHelp() {
  return (
    <div>
      <Text fw={550}>What to do</Text>
      <List size="sm" spacing={2}>
        <List.Item>
          Export it again from the old system as CSV in UTF-8, with the column names in the first row.
        </List.Item>
        <List.Item>An Excel workbook renamed to .csv stays a workbook: open it and save it as “CSV UTF-8”.</List.Item>
        <List.Item>Withdraw this file, then upload the new one. Nothing of it was sent anywhere.</List.Item>
      </List>
    </div>
  );
}
