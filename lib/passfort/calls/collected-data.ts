import type { CallResult } from "../../domain/failure.ts";
import type { Caller } from "../call.ts";
import { changeData } from "../change-data.ts";
import type { DataChange, DataChanged, DataReplaced, DataVersion } from "../collected-data.ts";
import { readData } from "../read-data.ts";
import { replaceData } from "../replace-data.ts";

export type CollectedDataCalls = {
  readData(profileId: string): Promise<CallResult<DataVersion>>;
  /**
   * Replaces everything, if it still is the version that was read (API contract §9). Somebody else's newer version is an
   * outcome, not a failure. Without an ETag nothing is sent.
   */
  replaceData(profileId: string, version: DataVersion): Promise<CallResult<DataReplaced>>;
  /** Reads, changes and writes back, on top of whatever somebody else wrote meanwhile, up to 5 times (API contract §9). */
  changeData(profileId: string, change: DataChange): Promise<CallResult<DataChanged>>;
};

export function collectedDataCalls(caller: Caller): CollectedDataCalls {
  const calls: CollectedDataCalls = {
    readData: (profileId) => readData(caller, profileId),
    replaceData: (profileId, version) => replaceData(caller, profileId, version),
    changeData: (profileId, change) =>
      changeData(
        {
          read: () => calls.readData(profileId),
          replace: (version) => calls.replaceData(profileId, version),
          pause: caller.pause,
        },
        change,
      ),
  };
  return calls;
}
