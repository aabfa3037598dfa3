import type { AuditItem, Profile } from "./profile.ts";

/** One line of the trail as the API answers it: who is `user` or `apikey`, what else is known is `ref_data`. */
export function showAudit(profile: Profile, item: AuditItem) {
  const { file_id, document_image_id } = item.detail;
  const filename = profile.files.find((file) => file.id === file_id)?.name ?? null;
  const upload = [...profile.files, ...profile.images].find(({ id }) => id === file_id || id === document_image_id);
  return {
    id: item.id,
    profileID: profile.id,
    action: item.action,
    user: item.user ?? null,
    apikey: item.apikey ?? null,
    timestamp: item.timestamp ?? Math.floor(Date.parse(`${item.date.replace(" ", "T")}Z`) / 1000),
    message: null,
    ref_data: item.detail,
    filename,
    filehash: upload?.sha256 ?? null,
    signature: null,
  };
}
