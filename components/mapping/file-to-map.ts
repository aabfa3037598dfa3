type Mappable = { id: string; mappingVersion: number | null };

/** The file of the address, else the one that is open already, else the first without a mapping, else the first. */
export const fileToMap = <F extends Mappable>(
  files: readonly F[],
  asked: string | null,
  openId: string | null,
): F | undefined =>
  files.find(({ id }) => id === asked) ??
  files.find(({ id }) => id === openId) ??
  files.find(({ mappingVersion }) => mappingVersion === null) ??
  files[0];
