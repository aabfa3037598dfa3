/** A file of made-up people whose cells spreadsheets like to change, and the problem sheet that the files beside this one are of. */
export const fixtureSheet = { id: "0192f0c0-0000-7000-8000-00000000a001", number: 470_001 };

export const fixtureColumns = [
  "ID",
  "FORENAME",
  "SURNAME",
  "DOB",
  "COUNTRY",
  "PHONE",
  "ACCOUNT",
  "CODE",
  "ACTIVE",
  "RATE",
  "NOTE",
];

export const fixtureRows = [
  ["00017", "Ann", "Smith", "03/04/1980", "GB", "+447700900123", "12345678901234567890", "1/2", "TRUE", "1.10", "=1+1"],
  ["00018", "Zoë", "Łącka", "13/04/1981", "GB", "00447700900124", "123456789012", "SEPT1", "false", "50%", "'=x"],
  [
    "00019",
    "Bob ",
    "O'Brien",
    "1981-04-13",
    "Narnia",
    "(020) 7946 0958",
    "0000000000001",
    "1E5",
    "yes",
    "1,5",
    "line one\nline two",
  ],
  [
    "00020",
    "Mary  Ann",
    "D\u00a0Day",
    "31/02/1982",
    "GB",
    "-",
    "1234567890123456",
    "MAR1",
    "WAHR",
    "007",
    'say "hi", then; go',
  ],
  ["00021", "'t", "Hooft", "", "GB", "", "", "", "", "", "@SUM(A1)"],
] as const;
