/** Names of the months in English, German, French, Spanish, Italian and Polish (also as Polish writes them in dates), without accents. */
const names: readonly string[] = [
  "january januar janner janvier enero gennaio styczen stycznia",
  "february februar feber fevrier febrero febbraio luty lutego",
  "march marz maerz mars marzo marzec marca",
  "april avril abril aprile kwiecien kwietnia",
  "may mai mayo maggio maj maja",
  "june juni juin junio giugno czerwiec czerwca",
  "july juli juillet julio luglio lipiec lipca",
  "august aout agosto sierpien sierpnia",
  "september sept septembre septiembre setiembre settembre wrzesien wrzesnia",
  "october oktober octobre octubre ottobre pazdziernik pazdziernika",
  "november novembre noviembre listopad listopada",
  "december dezember decembre diciembre dicembre grudzien grudnia",
];

const monthByName = new Map<string, number>();
const monthsByStart = new Map<string, Set<number>>();
names.forEach((line, index) => {
  for (const name of line.split(" ")) {
    monthByName.set(name, index + 1);
    const start = name.slice(0, 3);
    monthsByStart.set(start, (monthsByStart.get(start) ?? new Set()).add(index + 1));
  }
});
// English and German “jul” and “jun”, French “jui” alone could be two months: the map keeps only what is one.
for (const [start, months] of monthsByStart)
  if (months.size === 1 && !monthByName.has(start)) for (const month of months) monthByName.set(start, month);
// French abbreviates both by four letters.
monthByName.set("janv", 1).set("fevr", 2).set("juil", 7);

/** 1 to 12 of a month's name or its first three letters where only one month begins so; undefined otherwise. */
export function monthOf(name: string): number | undefined {
  const key = name.toLowerCase();
  return monthByName.get(key) ?? monthByName.get(key.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("ł", "l"));
}
