import { type AppContext, createRouter, mountOperation, type ServiceApp } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { archiveDossier } from './archive-dossier.ts';
import { correctExtra } from './correct-extra.ts';
import { countDossiers } from './count-dossiers.ts';
import { defineExtra } from './define-extra.ts';
import { downloadFile } from './download-file.ts';
import { followLink } from './follow-link.ts';
import { linkFile } from './link-file.ts';
import { listDossiers } from './list-dossiers.ts';
import { listExtras } from './list-extras.ts';
import { markItem } from './mark-item.ts';
import { continueUpload, startUpload, uploadsPath } from './receive-upload.ts';
import { removeFile, restoreFile } from './remove-file.ts';
import { retireExtra } from './retire-extra.ts';
import * as routes from './routes.ts';
import { showDossier } from './show-dossier.ts';
import { uploadFile } from './upload-file.ts';

/** The contracts of this feature and what answers them. */
export function dossierOperations(deps: Deps): ServiceApp {
  const router = createRouter();
  const with_ = (operation: (deps: Deps, c: AppContext) => Promise<Response>) => (c: AppContext) =>
    operation(deps, c);
  mountOperation(router, routes.showDossierRoute, with_(showDossier));
  mountOperation(router, routes.markItemRoute, with_(markItem));
  mountOperation(router, routes.uploadFileRoute, with_(uploadFile));
  mountOperation(router, routes.archiveDossierRoute, with_(archiveDossier));
  mountOperation(router, routes.downloadFileRoute, with_(downloadFile));
  mountOperation(router, routes.linkFileRoute, with_(linkFile));
  mountOperation(router, routes.followLinkRoute, with_(followLink));
  mountOperation(router, routes.removeFileRoute, with_(removeFile));
  mountOperation(router, routes.restoreFileRoute, with_(restoreFile));
  mountOperation(router, routes.countDossiersRoute, with_(countDossiers));
  mountOperation(router, routes.listDossiersRoute, with_(listDossiers));
  mountOperation(router, routes.listExtrasRoute, with_(listExtras));
  mountOperation(router, routes.defineExtraRoute, with_(defineExtra));
  mountOperation(router, routes.correctExtraRoute, with_(correctExtra));
  mountOperation(router, routes.retireExtraRoute, with_(retireExtra));
  mountOperation(router, routes.startUploadRoute, with_(startUpload));
  mountOperation(router, routes.continueUploadRoute, with_(continueUpload));
  mountOperation(router, routes.endUploadRoute, with_(continueUpload));
  // Hono answers HEAD by GET, of which the protocol knows none: how far an upload is.
  router.on('GET', `${uploadsPath}/:id`, with_(continueUpload));
  return router;
}
