import { TextInput } from "@mantine/core";

type Props = { value: string; onChange: (profileId: string) => void; error: string | undefined };

/** The id of a profile that a person found in Passfort. */
export function ProfileIdField({ value, onChange, error }: Props) {
  return (
    <TextInput
      label="Id of the profile"
      description="As in the address of the profile in Passfort. It is read, and refused when its reference is another one."
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
      spellCheck={false}
      autoComplete="off"
      required
    />
  );
}
