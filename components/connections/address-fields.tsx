import { Select, TextInput } from "@mantine/core";
import { type Environment, knownAddresses } from "#lib/domain/connection.ts";

const own = "own";
const regions = [
  ...knownAddresses.map(({ label, baseUrl }) => ({ value: baseUrl, label })),
  { value: own, label: "Another address" },
];

type Props = {
  environment: Environment;
  baseUrl: string;
  error?: string;
  onChange: (baseUrl: string) => void;
};

/** The address of an account: one of those Passfort gives out, or typed in. The region only fills the field below it. */
export function AddressFields({ environment, baseUrl, error, onChange }: Props) {
  const known = knownAddresses.find((address) => address.baseUrl === baseUrl);
  return (
    <>
      {environment !== "simulator" && (
        <Select
          label="Region"
          description="Passfort tells you which one your account lives in."
          data={regions}
          value={known?.baseUrl ?? own}
          allowDeselect={false}
          onChange={(value) => onChange(value && value !== own ? value : "")}
        />
      )}
      <TextInput
        label="Address of the API"
        type="url"
        required
        maxLength={500}
        value={baseUrl}
        error={error}
        placeholder={environment === "simulator" ? "http://127.0.0.1:4010/4.0" : "https://…/4.0"}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </>
  );
}
