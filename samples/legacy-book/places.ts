/** Towns as an address book has them, and the ways one old system managed to write their country. */
export type Place = {
  town: string;
  county: string /** "#" is any digit; empty where the country has no postcodes. */;
  postcode: string;
};
export type Country = {
  spellings: readonly string[];
  code: string;
  /** Of 100 clients; all shares together make 100. */
  share: number;
  places: readonly Place[];
  streets: readonly string[];
};

const at = (town: string, county: string, postcode: string): Place => ({ town, county, postcode });

export const countries: readonly Country[] = [
  {
    code: "GB",
    share: 62,
    spellings: ["United Kingdom", "UK", "GB", "UNITED KINGDOM", "United Kingdom", "England"],
    places: [
      at("Bristol", "Avon", "BS# #QT"),
      at("Leeds", "West Yorkshire", "LS# #AB"),
      at("York", "North Yorkshire", "YO# #DL"),
      at("Norwich", "Norfolk", "NR# #JE"),
      at("Truro", "Cornwall", "TR# #HW"),
      at("London", "", "SW1#A #AA"),
      at("Carlisle", "Cumbria", "CA# #NG"),
      at("Bath", "Somerset", "BA# #PL"),
    ],
    streets: [
      "Mill Lane",
      "Rectory Road",
      "Chapel Street",
      "Station Parade",
      "Orchard Close",
      "Castle Mews",
      "St. Anne's Terrace",
    ],
  },
  {
    code: "IE",
    share: 8,
    spellings: ["Ireland", "IE", "IRL"],
    places: [
      at("Dublin 4", "Co. Dublin", "D04 X#E#"),
      at("Cork", "Co. Cork", "T12 R#N#"),
      at("Galway", "Co. Galway", "H91 K#V#"),
    ],
    streets: ["Harbour Road", "Abbey Street", "Quay Lane"],
  },
  {
    code: "DE",
    share: 7,
    spellings: ["Germany", "DE", "DEU"],
    places: [at("München", "", "80###"), at("Köln", "", "50###"), at("Leipzig", "", "04###")],
    streets: ["Lindenstraße", "Am Mühlbach", "Gartenweg"],
  },
  {
    code: "FR",
    share: 6,
    spellings: ["France", "FR"],
    places: [at("Lyon", "Rhône", "69###"), at("Nîmes", "Gard", "30###"), at("Saint-Étienne", "Loire", "42###")],
    streets: ["rue de l'Église", "allée des Tilleuls", "chemin Vert"],
  },
  {
    code: "PL",
    share: 5,
    spellings: ["Poland", "PL"],
    places: [at("Łódź", "", "90-###"), at("Gdańsk", "", "80-###")],
    streets: ["ul. Ogrodowa", "ul. Słoneczna"],
  },
  {
    code: "US",
    share: 7,
    spellings: ["United States", "US", "USA"],
    places: [
      at("Portland", "Oregon", "972##"),
      at("Burlington", "Vermont", "054##"),
      at("Wilmington", "Delaware", "198##"),
    ],
    streets: ["Maple Avenue", "Ferry Road", "3rd Street"],
  },
  {
    code: "HK",
    share: 3,
    spellings: ["Hong Kong", "HK"],
    places: [at("Kowloon", "", ""), at("Sha Tin", "New Territories", "")],
    streets: ["Lotus Path", "Harbour Crescent"],
  },
  {
    code: "NG",
    share: 2,
    spellings: ["Nigeria", "NG"],
    places: [at("Lagos", "Lagos", "1####1"), at("Abuja", "FCT", "9####1")],
    streets: ["Palm Close", "Market Road"],
  },
];

/** A placeholder, a slip of the fingers, and an admission. */
export const unknownCountries = ["XX", "Untied Kingdom", "n/a"] as const;
