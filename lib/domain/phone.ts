import { phonePlans } from "./phone-plans.ts";

type Plan = { callingCode: string; trunk: string; national: RegExp };

/**
 * The number as E.164, `+` and up to 15 digits (API contract §3.3), or undefined when that is not certain.
 * A number without its country code is read by the plan of `alpha3`, the country of its row. Extensions and letters are not understood.
 */
export function e164Of(text: string, alpha3: string | undefined): string | undefined {
  const written = text.trim();
  if (!/^(?:\+|\(\+?)?[\d\s().\-/\u2010-\u2015\u00a0]{4,30}$/.test(written)) return undefined;
  const isInternational = /^\(?\+|^00/.test(written);
  // “+44 (0)20 …”: the zero in brackets is for callers at home.
  const digits = (isInternational ? written.replace(/\(0\)/, "") : written).replace(/\D/g, "");
  if (isInternational) return international(digits.replace(/^00/, ""));
  const plan = alpha3 === undefined ? undefined : plans().get(alpha3);
  return plan && national(digits, plan);
}

function international(digits: string): string | undefined {
  for (let length = 1; length <= 3; length += 1) {
    const rest = digits.slice(length);
    if (plansOf(digits.slice(0, length)).some((plan) => plan.national.test(rest))) return `+${digits}`;
  }
  return undefined;
}

/** With the trunk prefix, without it, or behind the calling code: exactly one of these readings must be a number of the country. */
function national(digits: string, { callingCode, trunk, national: pattern }: Plan): string | undefined {
  const readings = new Set<string>();
  if (pattern.test(digits)) readings.add(digits);
  if (trunk !== "" && digits.startsWith(trunk) && pattern.test(digits.slice(trunk.length)))
    readings.add(digits.slice(trunk.length));
  if (readings.size === 0 && digits.startsWith(callingCode) && pattern.test(digits.slice(callingCode.length)))
    readings.add(digits.slice(callingCode.length));
  const [only] = readings;
  return readings.size === 1 ? `+${callingCode}${only}` : undefined;
}

let built: Map<string, Plan> | undefined;
let byCode: Map<string, Plan[]> | undefined;

/** Built at the first question. */
function plans(): Map<string, Plan> {
  built ??= new Map(
    Object.entries(phonePlans).map(([alpha3, line]) => {
      const [callingCode = "", trunk = "", pattern = ""] = line.split(" ");
      return [alpha3, { callingCode, trunk: trunk === "-" ? "" : trunk, national: new RegExp(`^(?:${pattern})$`) }];
    }),
  );
  return built;
}

function plansOf(callingCode: string): readonly Plan[] {
  byCode ??= Map.groupBy(plans().values(), (plan) => plan.callingCode);
  return byCode.get(callingCode) ?? [];
}
