import { dateTime } from "../clock.ts";
import { recordAudit } from "../profile/audit.ts";
import type { ImageUpload } from "../profile/profile.ts";
import { showImage } from "../profile/show-image.ts";
import { documentImage, file } from "../validate/document.ts";
import { parseBody } from "../validate/parse.ts";
import { measureUpload } from "../validate/uploaded-bytes.ts";
import { type Answer, type Call, type Operation, profileIn, raise } from "./operation.ts";

const FILES = "/profiles/:profile/files";
const IMAGES = "/profiles/:profile/document_images";

export const uploadOperations: Operation[] = [
  { name: "upload_file", method: "POST", path: FILES, run: uploadFile },
  { name: "get_file", method: "GET", path: `${FILES}/:file`, run: getFile },
  {
    name: "list_images",
    method: "GET",
    path: IMAGES,
    run: (call) => ({ body: profileIn(call).images.map(showImage) }),
  },
  { name: "upload_image", method: "POST", path: IMAGES, run: uploadImage },
  { name: "get_image", method: "GET", path: `${IMAGES}/:image`, run: getImage },
];

function uploadFile(call: Call): Answer {
  const profile = profileIn(call);
  const { data, name } = parseBody(file, call.body);
  const upload = {
    ...received(call),
    ...measureUpload(data, "plain or data URI", call.world.settings.uploadLimit),
    name: name || "Untitled",
  };
  profile.files.push(upload);
  recordAudit(call.world, profile, call.actor, "added-a-file", { file_id: upload.id });
  call.world.changed();
  return { body: { id: upload.id, name: upload.name } };
}

function uploadImage(call: Call): Answer {
  const profile = profileIn(call);
  const { data, image_type, document_type, document_category } = parseBody(documentImage, call.body);
  const upload: ImageUpload = {
    ...received(call),
    ...measureUpload(data, "plain", call.world.settings.uploadLimit),
    imageType: image_type,
  };
  if (document_type) upload.documentType = document_type;
  if (document_category) upload.documentCategory = document_category;
  profile.images.push(upload);
  recordAudit(call.world, profile, call.actor, "attach-file", { document_image_id: upload.id });
  call.world.changed();
  return { body: showImage(upload) };
}

function getFile(call: Call): Answer {
  const found = profileIn(call).files.find((one) => one.id === call.params.file) ?? raise("The file");
  return { body: { id: found.id, name: found.name } };
}

function getImage(call: Call): Answer {
  const found = profileIn(call).images.find((one) => one.id === call.params.image) ?? raise("The image");
  return { body: showImage(found) };
}

function received({ world }: Call): { id: string; uploadDate: string } {
  return { id: world.newId(), uploadDate: dateTime(world.clock.now()) };
}
