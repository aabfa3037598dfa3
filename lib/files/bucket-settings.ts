/** Which bucket, and how it is reached. */
export type BucketSettings = {
  name: string;
  region: string;
  /** Of a server that speaks as S3 does; none: Amazon's. */
  endpoint?: string | undefined;
  /** What the keys of this panel begin with, where the bucket holds other things too. */
  prefix?: string | undefined;
  /** None: what the machine is given (its role, its profile). */
  keys?: { accessKeyId: string; secretAccessKey: string } | undefined;
};
