import { createOperations, type ServiceApp } from '@banyan/service-kit/http-app';
import type { Deps } from '../deps.ts';
import { archiveDossier } from './archive-dossier.ts';
import { correctExtra } from './correct-extra.ts';
import { countDossiers } from './count-dossiers.ts';
import { defineExtra } from './define-extra.ts';
import { downloadFile } from './download-file.ts';
import * as extraRoutes from './extra-routes.ts';
import * as fileRoutes from './file-routes.ts';
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
  const { router, mount } = createOperations(deps);
  mount(routes.showDossierRoute, showDossier);
  mount(routes.markItemRoute, markItem);
  mount(fileRoutes.uploadFileRoute, uploadFile);
  mount(routes.archiveDossierRoute, archiveDossier);
  mount(fileRoutes.downloadFileRoute, downloadFile);
  mount(fileRoutes.linkFileRoute, linkFile);
  mount(fileRoutes.followLinkRoute, followLink);
  mount(fileRoutes.removeFileRoute, removeFile);
  mount(fileRoutes.restoreFileRoute, restoreFile);
  mount(routes.countDossiersRoute, countDossiers);
  mount(routes.listDossiersRoute, listDossiers);
  mount(extraRoutes.listExtrasRoute, listExtras);
  mount(extraRoutes.defineExtraRoute, defineExtra);
  mount(extraRoutes.correctExtraRoute, correctExtra);
  mount(extraRoutes.retireExtraRoute, retireExtra);
  mount(fileRoutes.startUploadRoute, startUpload);
  mount(fileRoutes.continueUploadRoute, continueUpload);
  mount(fileRoutes.endUploadRoute, continueUpload);
  // Hono answers HEAD by GET, of which the protocol knows none: how far an upload is.
  router.on('GET', `${uploadsPath}/:id`, (c) => continueUpload(deps, c));
  return router;
}
