import { expect, test } from "vitest";
import { numberDoubtOf } from "./company-number.ts";

const checkDigits = "its check digits do not fit";

test.each([
  ["GBR", "00312407 SC016876 NI012345 OC301234 SO300123 NC000012 IP10067R R0000123 FC012345 OE012345 LP012345"],
  ["DEU", "HRB_20104 HRA_1 hrb_123456_B GnR_123 PR_77 VR_1234 Amtsgericht_München,_HRB_12345"],
  ["FRA", "732829320 732_829_320 RCS_Paris_B_732_829_320"],
  ["ITA", "12345670017 IT12345670017 MI-910007 RM1234567 REA_MI_1234567"],
  ["NLD", "01234567 12345678"],
  ["BEL", "0123456749 0123.456.749 BE0123456749"],
  ["CHE", "CHE-123.456.788 CHE123456788 CHE-123.456.788_MWST CH-020.3.020.910-7"],
  ["IRL", "123456 12345 4410254 LP1234"],
  ["POL", "0000147000 KRS_0000147000"],
  ["ESP", "A58818501 B-12345674 ESA58818501 12345678Z X1234567L"],
  ["AUT", "FN_123456a 123456a FN1b"],
  ["LUX", "B12345 B_212345 F1234 RCS_Luxembourg_B_12345"],
  ["JEY", "12345 FC12345"],
  ["GGY", "12345 CMP12345"],
  ["IMN", "123456C 012345V"],
  ["AUS", "004_085_616 004085616 51_824_753_556 ACN_004_085_616"],
  ["NZL", "1234567 9429041560501"],
  ["USA", "anything_at_all"],
  ["BRA", "1"],
])("what the register of %s gives, in any way of writing it, is not doubted", (country, numbers) => {
  for (const number of numbers.split(" "))
    expect(numberDoubtOf(country, number.replaceAll("_", " ")), number).toBeUndefined();
});

test.each([
  ["GBR", "1234567", /^a leading zero is probably lost/],
  ["GBR", "SC16876", /^a leading zero is probably lost/],
  ["GBR", "312407", /^leading zeros are probably lost/],
  ["GBR", "GB123456", /^it should be eight digits/],
  ["GBR", "123456789", /^it should be eight digits/],
  ["DEU", "12345", /^it should be HRA or HRB/],
  ["FRA", "732829321", checkDigits],
  ["FRA", "73282932000074", /^fourteen digits are a SIRET/],
  ["FRA", "RCS 910005", /^it should be a SIREN/],
  ["ITA", "12345670018", checkDigits],
  ["ITA", "1234567001", /^a leading zero/],
  ["NLD", "1234567", /^a leading zero/],
  ["NLD", "000012345678", /establishment/],
  ["BEL", "0123456748", checkDigits],
  ["BEL", "123456749", /^a leading zero/],
  ["BEL", "2123456749", /^it should be ten digits/],
  ["CHE", "CHE-123.456.789", checkDigits],
  ["CHE", "123456788", /^it should be a UID/],
  ["IRL", "12345678", /^it should be up to seven/],
  ["POL", "KRS 910008", /^leading zeros/],
  ["ESP", "A58818502", checkDigits],
  ["ESP", "12345678A", checkDigits],
  ["AUT", "123456", /^it should be/],
  ["LUX", "12345", /^it should be B/],
  ["JEY", "1234567", /^it should be/],
  ["GGY", "CMP", /^it should be/],
  ["IMN", "12345C", /^leading zeros/],
  ["AUS", "004085617", checkDigits],
  ["AUS", "4085616", /^leading zeros/],
  ["AUS", "51824753557", checkDigits],
  ["NZL", "9429041560508", checkDigits],
  ["NZL", "CN 1", /^it should be/],
])("of a number of %s that reads %s is said why it is doubted", (country, number, because) => {
  expect(numberDoubtOf(country, number)?.because).toMatch(because);
});
