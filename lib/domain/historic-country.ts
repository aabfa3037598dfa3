import { plainWords } from "./country.ts";

/** Countries that are gone and left several heirs, or one that a person must confirm: alpha-3 of the heirs → names in the plain form of plainWords. */
const gone: readonly { heirs: string; names: string }[] = [
  {
    heirs: "RUS UKR BLR KAZ UZB GEO ARM AZE MDA LTU LVA EST KGZ TJK TKM",
    names:
      "ussr|u s s r|soviet union|union of soviet socialist republics|sowjetunion|udssr|urss|union sovietique|union sovietica|unione sovietica|zwiazek radziecki|zsrr|su|sun|ussr soviet union",
  },
  {
    heirs: "CZE SVK",
    names:
      "czechoslovakia|czecho slovakia|cssr|csfr|tschechoslowakei|tchecoslovaquie|checoslovaquia|cecoslovacchia|czechoslowacja|csk|cshh",
  },
  {
    heirs: "SRB MNE HRV SVN BIH MKD RKS",
    names:
      "yugoslavia|former yugoslavia|sfr yugoslavia|federal republic of yugoslavia|fr yugoslavia|jugoslawien|yougoslavie|iugoslavia|jugoslavia|jugoslawia|yu|yug",
  },
  {
    heirs: "SRB MNE",
    names:
      "serbia and montenegro|serbien und montenegro|serbie et montenegro|serbia y montenegro|serbia e montenegro|serbia i czarnogora|scg",
  },
  {
    heirs: "DEU",
    names:
      "east germany|german democratic republic|gdr|ddr|deutsche demokratische republik|allemagne de l est|rda|alemania oriental|germania est|nrd|west germany|westdeutschland",
  },
  {
    heirs: "CUW SXM BES",
    names:
      "netherlands antilles|dutch antilles|niederlandische antillen|antilles neerlandaises|antillas neerlandesas|antillas holandesas|antille olandesi|antyle holenderskie|an|ant",
  },
  { heirs: "ZWE ZMB", names: "rhodesia|rhodesien|rhodesie|rodesia" },
  { heirs: "SDN SSD", names: "anglo egyptian sudan" },
  { heirs: "VNM", names: "south vietnam|north vietnam" },
  { heirs: "YEM", names: "south yemen|north yemen|ymd" },
  { heirs: "COD COG", names: "congo|kongo" },
  { heirs: "KOR PRK", names: "korea|coree|corea" },
];

const heirsByName = new Map(
  gone.flatMap(({ heirs, names }) => names.split("|").map((name) => [name, heirs.split(" ")] as const)),
);

/** The countries (alpha-3) that a name may mean today when it names a country that is gone, or two at once; a person must say which. */
export const heirsOf = (text: string): readonly string[] | undefined => heirsByName.get(plainWords(text));
