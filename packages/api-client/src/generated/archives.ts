// Written by `npm run generate` from the service's OpenAPI document.
export interface paths {
    "/api/archives/members/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["exportMembers"];
        put?: never;
        post: operations["postMembersExport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listMembers"];
        put?: never;
        post: operations["admitMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showMember"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["correctMember"];
        trace?: never;
    };
    "/api/archives/members/{id}/advance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["advanceMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/members/{id}/state": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["changeMemberState"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/members/{id}/unmask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["unmaskMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/members/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showMemberHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/imports/template.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["downloadImportTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listImports"];
        put?: never;
        post: operations["startImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showImport"];
        put?: never;
        post?: never;
        delete: operations["discardImport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/imports/{id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["mapImportColumns"];
        trace?: never;
    };
    "/api/archives/imports/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listImportRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/imports/{id}/rows/{row}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["correctImportRow"];
        trace?: never;
    };
    "/api/archives/imports/{id}/commit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["commitImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["undoImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/imports/{id}/marked.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["downloadMarkedImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/imports/{id}/result.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["downloadImportResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/imports/{id}/result.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["downloadImportResultText"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/members/{id}/dossier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showDossier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["markDossierItem"];
        trace?: never;
    };
    "/api/archives/members/{id}/dossier/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description A file in one request. Larger ones are sent in parts by the tus protocol at `/api/archives/uploads`. */
        post: operations["uploadDossierFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/members/{id}/dossier.zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["archiveDossier"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/dossier-files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["downloadDossierFile"];
        put?: never;
        post?: never;
        delete: operations["removeDossierFile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/dossier-files/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The address opens in the session that asked for it, while that lasts, and nowhere else. */
        post: operations["linkDossierFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/file-links/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["followFileLink"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/dossier-files/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["restoreDossierFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/dossiers/branches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["countDossiers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/dossiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listDossiers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/dossier-extras": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listDossierExtras"];
        put?: never;
        post: operations["defineDossierExtra"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/dossier-extras/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["retireDossierExtra"];
        options?: never;
        head?: never;
        patch: operations["correctDossierExtra"];
        trace?: never;
    };
    "/api/archives/uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description tus 1.0.0 with creation, creation-with-upload, termination and expiration. Upload-Metadata: `memberId`, `item`, `filename`, and `fingerprint` by which the sender knows the file again. */
        post: operations["startUpload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/uploads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["endUpload"];
        options?: never;
        head?: never;
        /** @description The next part, from `Upload-Offset` on, of 8 MiB at the most. The last one files the content. */
        patch: operations["continueUpload"];
        trace?: never;
    };
    "/api/archives/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listFields"];
        put?: never;
        post: operations["createField"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/fields/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["orderFields"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/fields/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["correctField"];
        trace?: never;
    };
    "/api/archives/fields/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["archiveField"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/fields/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["restoreField"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/fields/{id}/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showFieldUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/change-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listChangeRequests"];
        put?: never;
        post: operations["proposeChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/change-requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showChangeRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/change-requests/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["decideChangeRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/change-requests/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["withdrawChangeRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/change-requests/{id}/unmask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["unmaskChangeRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/verifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listVerifications"];
        put?: never;
        post: operations["openVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/verifications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showVerification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["changeVerification"];
        trace?: never;
    };
    "/api/archives/verifications/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["closeVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/verifications/{id}/remind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["remindVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/verifications/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listVerificationProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/verifications/{id}/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listVerificationPeople"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/verifications/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["answerVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listTransfers"];
        put?: never;
        post: operations["applyForTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/transfers/due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showTransfersDue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/transfers/destinations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listTransferDestinations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/transfers/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["applyForTransferGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/transfers/groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showTransferGroup"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/transfers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showTransfer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/transfers/groups/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["approveTransferGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/transfers/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["approveTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/transfers/groups/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["rejectTransferGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/transfers/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["rejectTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/transfers/groups/{id}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["receiveTransferGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/transfers/{id}/receive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["receiveTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/transfers/groups/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["cancelTransferGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/transfers/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["cancelTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/transfers/groups/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["resumeTransferGroup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/transfers/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["resumeTransfer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/transfers/groups/{id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["fileTransferGroupReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/transfers/{id}/receipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["fileTransferReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/transfers/{id}/letter.docx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["printTransferLetterDocx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/transfers/{id}/letter.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["printTransferLetterPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/registers/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["countRegisters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/registers/due": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listRegisterDue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/registers/floating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listFloating"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/registers/floating/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showFloating"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["correctFloating"];
        trace?: never;
    };
    "/api/archives/registers/outflows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["registerOutflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/registers/inflows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["registerInflow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/registers/floating/{id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["logFloatingContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/registers/floating/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["closeFloating"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/registers/floating/{id}/unmask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["unmaskFloating"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/registers/out-of-contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listLost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/registers/out-of-contact/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showLost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/registers/out-of-contact/{id}/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["logSearch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/registers/reductions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listReductions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["showStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/statistics/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["exportStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listViews"];
        put?: never;
        post: operations["createView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["removeView"];
        options?: never;
        head?: never;
        patch: operations["correctView"];
        trace?: never;
    };
    "/api/archives/views/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["restoreView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/view-preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["preferViews"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/archives/dead-letters/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["replayDeadLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            type: string;
            title: string;
            status: number;
            code: string;
            detail?: string;
            requestId: string;
            errors?: {
                field: string;
                code: string;
                message: string;
            }[];
        };
        MemberList: {
            items: components["schemas"]["MemberItem"][];
            total: number;
            totalIsExact: boolean;
            /** @description For `after`; null on the last page. */
            next: string | null;
        };
        MemberItem: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string|null} */
            sex: "male" | "female" | null;
            /** Format: uuid */
            organizationId: string;
            organizationName: string;
            /** Format: uuid */
            sectionId: string | null;
            /** @enum {string} */
            stage: "applicant" | "activist" | "candidate" | "probationary" | "full";
            /** @enum {string} */
            state: "active" | "suspended" | "out-of-contact" | "transferred-out" | "left" | "deceased";
            /**
             * @description Masked.
             * @example 6502****1000
             */
            idNumber: string | null;
            /** Format: date */
            joinedOn: string | null;
            /** Format: date */
            verifiedOn: string | null;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            abilities: ("update" | "propose" | "advance" | "change-state" | "reduce" | "unmask" | "transfer" | "register-outflow")[];
            /** @description Of the `fields` asked for. */
            custom?: {
                [key: string]: string | number | boolean | string[];
            };
        };
        Member: {
            /** Format: uuid */
            id: string;
            name: string;
            formerName: string | null;
            /** @enum {string|null} */
            sex: "male" | "female" | null;
            ethnicity: string | null;
            /** Format: date */
            bornOn: string | null;
            nativePlace: string | null;
            /** @enum {string|null} */
            education: "doctorate" | "master" | "bachelor" | "junior-college" | "secondary-vocational" | "technical-school" | "high-school" | "middle-school" | "primary-school" | null;
            /** @enum {string|null} */
            degree: "doctor" | "master" | "bachelor" | null;
            school: string | null;
            major: string | null;
            /** Format: date */
            workStartedOn: string | null;
            post: string | null;
            workUnit: string | null;
            partyPost: string | null;
            /**
             * @description Masked.
             * @example 6502****1000
             */
            idNumber: string | null;
            /**
             * @description Masked.
             * @example 138****1111
             */
            phone: string | null;
            /** @description Masked. */
            address: string | null;
            /** Format: uuid */
            sectionId: string | null;
            /** Format: date */
            appliedOn: string | null;
            /** Format: date */
            activistOn: string | null;
            /** Format: date */
            candidateOn: string | null;
            /**
             * Format: date
             * @description Date of the branch meeting that admitted the person.
             */
            joinedOn: string | null;
            /**
             * Format: date
             * @description Date of full membership, from which the years in the party count.
             */
            fullOn: string | null;
            /** Format: date */
            lostContactOn: string | null;
            /**
             * Format: date
             * @description When the record was last found right.
             */
            verifiedOn: string | null;
            /** @description Where a floating member has gone. */
            outflow: {
                /** Format: date */
                since: string;
                to: string;
                /** @default null */
                reason: string | null;
            } | null;
            introducers: {
                name: string;
                /**
                 * Format: uuid
                 * @default null
                 */
                memberId: string | null;
            }[];
            cultivators: {
                name: string;
                /**
                 * Format: uuid
                 * @default null
                 */
                memberId: string | null;
            }[];
            awards: {
                /**
                 * Format: date
                 * @default null
                 */
                on: string | null;
                title: string;
                /** @default null */
                by: string | null;
            }[];
            penalties: {
                /**
                 * Format: date
                 * @default null
                 */
                on: string | null;
                title: string;
                /** @default null */
                by: string | null;
            }[];
            family: {
                relation: string;
                name: string;
                /**
                 * Format: date
                 * @default null
                 */
                bornOn: string | null;
                /** @default null */
                work: string | null;
            }[];
            resume: {
                /** Format: date */
                from: string;
                /**
                 * Format: date
                 * @default null
                 */
                to: string | null;
                place: string;
                /** @default null */
                post: string | null;
            }[];
            note: string | null;
            /** @description Values of custom fields that apply at the organization, by key. */
            custom: {
                [key: string]: string | number | boolean | string[];
            };
            /** Format: uuid */
            organizationId: string;
            organizationName: string;
            sectionName: string | null;
            /** @enum {string} */
            stage: "applicant" | "activist" | "candidate" | "probationary" | "full";
            /** @enum {string} */
            state: "active" | "suspended" | "out-of-contact" | "transferred-out" | "left" | "deceased";
            /**
             * Format: date
             * @description Since when the state holds, where it is known.
             */
            stateOn: string | null;
            /** @enum {string|null} */
            leftKind: "expelled" | "resigned" | "persuaded-to-leave" | "lapsed" | "qualification-cancelled" | "application-withdrawn" | null;
            /**
             * @description What `advance` leads to.
             * @enum {string|null}
             */
            nextStage: "applicant" | "activist" | "candidate" | "probationary" | "full" | null;
            /** @description Where the state may go for this reader. */
            nextStates: ("active" | "suspended" | "out-of-contact" | "transferred-out" | "left" | "deceased")[];
            /** Format: uuid */
            accountId: string | null;
            version: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            abilities: ("update" | "propose" | "advance" | "change-state" | "reduce" | "unmask" | "transfer" | "register-outflow")[];
        };
        StaleMember: components["schemas"]["Problem"] & {
            current: components["schemas"]["Member"];
            /** @description Fields that changed since the version that was sent; `custom.<key>` of custom ones. */
            changed: (("name" | "formerName" | "sex" | "ethnicity" | "bornOn" | "nativePlace" | "education" | "degree" | "school" | "major" | "workStartedOn" | "post" | "workUnit" | "partyPost" | "idNumber" | "phone" | "address" | "sectionId" | "appliedOn" | "activistOn" | "candidateOn" | "joinedOn" | "fullOn" | "lostContactOn" | "verifiedOn" | "outflow" | "introducers" | "cultivators" | "awards" | "penalties" | "family" | "resume" | "note" | "stage" | "state" | "stateOn" | "leftKind" | "organizationId" | "accountId") | string)[];
        };
        NewMember: {
            name: string;
            formerName?: string | null;
            /** @enum {string|null} */
            sex?: "male" | "female" | null;
            ethnicity?: string | null;
            /** Format: date */
            bornOn?: string | null;
            nativePlace?: string | null;
            /** @enum {string|null} */
            education?: "doctorate" | "master" | "bachelor" | "junior-college" | "secondary-vocational" | "technical-school" | "high-school" | "middle-school" | "primary-school" | null;
            /** @enum {string|null} */
            degree?: "doctor" | "master" | "bachelor" | null;
            school?: string | null;
            major?: string | null;
            /** Format: date */
            workStartedOn?: string | null;
            post?: string | null;
            workUnit?: string | null;
            partyPost?: string | null;
            idNumber?: string | null;
            phone?: string | null;
            address?: string | null;
            /** Format: uuid */
            sectionId?: string | null;
            /** Format: date */
            appliedOn?: string | null;
            /** Format: date */
            activistOn?: string | null;
            /** Format: date */
            candidateOn?: string | null;
            /**
             * Format: date
             * @description Date of the branch meeting that admitted the person.
             */
            joinedOn?: string | null;
            /**
             * Format: date
             * @description Date of full membership, from which the years in the party count.
             */
            fullOn?: string | null;
            /** Format: date */
            lostContactOn?: string | null;
            /**
             * Format: date
             * @description When the record was last found right.
             */
            verifiedOn?: string | null;
            /** @description Where a floating member has gone. */
            outflow?: {
                /** Format: date */
                since: string;
                to: string;
                /** @default null */
                reason: string | null;
            } | null;
            introducers?: {
                name: string;
                /**
                 * Format: uuid
                 * @default null
                 */
                memberId: string | null;
            }[];
            cultivators?: {
                name: string;
                /**
                 * Format: uuid
                 * @default null
                 */
                memberId: string | null;
            }[];
            awards?: {
                /**
                 * Format: date
                 * @default null
                 */
                on: string | null;
                title: string;
                /** @default null */
                by: string | null;
            }[];
            penalties?: {
                /**
                 * Format: date
                 * @default null
                 */
                on: string | null;
                title: string;
                /** @default null */
                by: string | null;
            }[];
            family?: {
                relation: string;
                name: string;
                /**
                 * Format: date
                 * @default null
                 */
                bornOn: string | null;
                /** @default null */
                work: string | null;
            }[];
            resume?: {
                /** Format: date */
                from: string;
                /**
                 * Format: date
                 * @default null
                 */
                to: string | null;
                place: string;
                /** @default null */
                post: string | null;
            }[];
            note?: string | null;
            /** @description Custom fields to set, by key; null takes a value away. */
            custom?: {
                [key: string]: string | number | boolean | string[] | null;
            };
            /**
             * Format: uuid
             * @description A branch or joint branch.
             */
            organizationId: string;
            /**
             * @default applicant
             * @enum {string}
             */
            stage: "applicant" | "activist" | "candidate" | "probationary" | "full";
        };
        MemberCorrection: {
            name?: string;
            formerName?: string | null;
            /** @enum {string|null} */
            sex?: "male" | "female" | null;
            ethnicity?: string | null;
            /** Format: date */
            bornOn?: string | null;
            nativePlace?: string | null;
            /** @enum {string|null} */
            education?: "doctorate" | "master" | "bachelor" | "junior-college" | "secondary-vocational" | "technical-school" | "high-school" | "middle-school" | "primary-school" | null;
            /** @enum {string|null} */
            degree?: "doctor" | "master" | "bachelor" | null;
            school?: string | null;
            major?: string | null;
            /** Format: date */
            workStartedOn?: string | null;
            post?: string | null;
            workUnit?: string | null;
            partyPost?: string | null;
            idNumber?: string | null;
            phone?: string | null;
            address?: string | null;
            /** Format: uuid */
            sectionId?: string | null;
            /** Format: date */
            appliedOn?: string | null;
            /** Format: date */
            activistOn?: string | null;
            /** Format: date */
            candidateOn?: string | null;
            /**
             * Format: date
             * @description Date of the branch meeting that admitted the person.
             */
            joinedOn?: string | null;
            /**
             * Format: date
             * @description Date of full membership, from which the years in the party count.
             */
            fullOn?: string | null;
            /** Format: date */
            lostContactOn?: string | null;
            /**
             * Format: date
             * @description When the record was last found right.
             */
            verifiedOn?: string | null;
            /** @description Where a floating member has gone. */
            outflow?: {
                /** Format: date */
                since: string;
                to: string;
                /** @default null */
                reason: string | null;
            } | null;
            introducers?: {
                name: string;
                /**
                 * Format: uuid
                 * @default null
                 */
                memberId: string | null;
            }[];
            cultivators?: {
                name: string;
                /**
                 * Format: uuid
                 * @default null
                 */
                memberId: string | null;
            }[];
            awards?: {
                /**
                 * Format: date
                 * @default null
                 */
                on: string | null;
                title: string;
                /** @default null */
                by: string | null;
            }[];
            penalties?: {
                /**
                 * Format: date
                 * @default null
                 */
                on: string | null;
                title: string;
                /** @default null */
                by: string | null;
            }[];
            family?: {
                relation: string;
                name: string;
                /**
                 * Format: date
                 * @default null
                 */
                bornOn: string | null;
                /** @default null */
                work: string | null;
            }[];
            resume?: {
                /** Format: date */
                from: string;
                /**
                 * Format: date
                 * @default null
                 */
                to: string | null;
                place: string;
                /** @default null */
                post: string | null;
            }[];
            note?: string | null;
            /** @description Custom fields to set, by key; null takes a value away. */
            custom?: {
                [key: string]: string | number | boolean | string[] | null;
            };
        };
        StageStep: {
            /**
             * @description The next stage; named, so that two clicks advance once.
             * @enum {string}
             */
            stage: "applicant" | "activist" | "candidate" | "probationary" | "full";
            /**
             * Format: date
             * @description The date of the stage: for `probationary` that of the branch meeting.
             */
            on: string;
            /** @default null */
            reason: string | null;
        };
        StateStep: {
            /** @enum {string} */
            state: "active" | "suspended" | "out-of-contact" | "transferred-out" | "left" | "deceased";
            /**
             * Format: date
             * @description Since when the state holds; of a lost contact, the last contact.
             */
            on: string;
            /**
             * @description Required for `left`.
             * @default null
             * @enum {string|null}
             */
            leftKind: "expelled" | "resigned" | "persuaded-to-leave" | "lapsed" | "qualification-cancelled" | "application-withdrawn" | null;
            /**
             * @description Required for `left` and `suspended`.
             * @default null
             */
            reason: string | null;
        };
        UnmaskedFields: {
            idNumber?: string | null;
            phone?: string | null;
            address?: string | null;
        };
        Unmasking: {
            fields: ("idNumber" | "phone" | "address")[];
            reason: string;
        };
        MemberHistory: {
            items: components["schemas"]["MemberChange"][];
            total: number;
            totalIsExact: boolean;
        };
        MemberChange: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            /** @description The account; the name where it belongs to a person on record. */
            actor: {
                /** Format: uuid */
                id: string | null;
                name: string | null;
            };
            /** @example archives.member.update */
            action: string;
            /** @description Sensitive values are masked. */
            fields: {
                field: string;
                from?: unknown;
                to?: unknown;
            }[];
            reason: string | null;
            /**
             * Format: uuid
             * @description The proposal that this carried out.
             */
            changeRequestId: string | null;
            version: number;
        };
        Import: components["schemas"]["ImportSummary"] & {
            source: components["schemas"]["ImportSource"];
            columns: components["schemas"]["ImportColumn"][];
            defaults: components["schemas"]["ImportDefaults"];
            /** @description Neither a column nor a default: choose one before the rows can be right. */
            missing: components["schemas"]["ImportField"][];
            /** @description The first 1,000; all of them with the rows. */
            errors: components["schemas"]["ImportRowError"][];
            errorCounts: {
                code: string;
                count: number;
            }[];
            warningCounts: {
                code: string;
                count: number;
            }[];
            /** @description Why it failed, or why the last commit or undo changed nothing. */
            problem: {
                code: string;
                message: string;
                /** @description At most 100. */
                rows: {
                    row: number;
                    name: string | null;
                    code: string;
                }[];
                /** @description Where in a file that cannot be read, as far as it is known. */
                place?: {
                    sheet: string | null;
                    row: number | null;
                } | null;
            } | null;
        };
        ImportSource: {
            /** @enum {string} */
            kind: "xlsx" | "csv";
            sheets: string[];
            sheet: string | null;
            /** @enum {string|null} */
            encoding: "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | null;
            delimiter: string | null;
            /** @description First row of the heading. */
            headingFrom: number;
            /** @description Last row of the heading; the people follow. */
            headingTo: number;
            /** @description Blank rows and rows of totals that were left out. */
            dropped: number;
        } | null;
        ImportColumn: {
            /** @description From 0. */
            index: number;
            letter: string;
            heading: string;
            field: components["schemas"]["ImportColumnField"];
            /** @enum {string} */
            guess: "remembered" | "known" | "alike" | "chosen" | "none";
            /** @description Another column has the same heading. */
            duplicate: boolean;
            /** @description First values; digits of long numbers are masked. */
            samples: string[];
        };
        /** @description Null: the column is left out. */
        ImportColumnField: components["schemas"]["ImportField"] | string | null;
        /** @enum {string} */
        ImportField: "name" | "idNumber" | "sex" | "ethnicity" | "bornOn" | "education" | "stage" | "organization" | "section" | "joinedOn" | "fullOn" | "post" | "phone" | "address" | "state" | "lostContactOn" | "nativePlace" | "degree" | "school" | "major" | "workStartedOn" | "workUnit" | "partyPost" | "appliedOn" | "activistOn" | "candidateOn" | "introducers" | "cultivators" | "formerName" | "verifiedOn" | "note";
        ImportDefaults: {
            /**
             * Format: uuid
             * @description The branch of rows that name none.
             * @default null
             */
            organizationId: string | null;
            /**
             * @description The stage of rows that name none.
             * @default null
             * @enum {string|null}
             */
            stage: "applicant" | "activist" | "candidate" | "probationary" | "full" | null;
        };
        ImportRowError: {
            /** @description As the spreadsheet numbers it, from 1. */
            row: number;
            /** @description The heading as the file has it; empty where the file has none. */
            column: string;
            /** @description Where it stands, such as `C12`. */
            cell: string | null;
            field: components["schemas"]["ImportColumnField"];
            code: string;
            /** @description What is wrong and what to do, in English. */
            message: string;
            /** @description The other rows of a duplicate. */
            rows?: number[];
            /** @description Branches in scope with a like name. */
            suggestions?: {
                /** Format: uuid */
                organizationId: string;
                name: string;
            }[];
            /**
             * Format: uuid
             * @description The record it collides with, where it is in scope.
             */
            memberId?: string;
        };
        ImportSummary: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            organizationId: string;
            organizationName: string;
            fileName: string;
            size: number;
            /** @enum {string} */
            mode: "add" | "update" | "both";
            /** @enum {string} */
            status: "parsing" | "preview" | "committing" | "committed" | "undoing" | "undone" | "failed";
            rows: number;
            valid: number;
            invalid: number;
            /** @description To be added; once committed, added. */
            added: number;
            updated: number;
            unchanged: number;
            /** @description While parsing, committing or undoing. `total` is 0 while it is not known. */
            progress: {
                done: number;
                total: number;
            } | null;
            /** Format: date-time */
            createdAt: string;
            createdBy: {
                /** Format: uuid */
                id: string | null;
                name: string | null;
            };
            /** Format: date-time */
            committedAt: string | null;
            committedBy: {
                /** Format: uuid */
                id: string | null;
                name: string | null;
            } | null;
            /** Format: date-time */
            undoneAt: string | null;
            undoneBy: {
                /** Format: uuid */
                id: string | null;
                name: string | null;
            } | null;
            version: number;
            abilities: ("map" | "correct" | "commit" | "undo" | "discard")[];
        };
        ImportList: {
            items: components["schemas"]["ImportSummary"][];
            total: number;
            totalIsExact: boolean;
        };
        ImportMapping: {
            /** @description Columns that are not named keep their field. */
            columns?: {
                index: number;
                field: components["schemas"]["ImportColumnField"];
            }[];
            defaults?: components["schemas"]["ImportDefaults"];
            /** @enum {string} */
            mode?: "add" | "update" | "both";
            /** @description Another sheet: the file is read again. */
            sheet?: string;
            /** @enum {string} */
            encoding?: "utf-8" | "utf-16le" | "utf-16be" | "gb18030";
            headingFrom?: number;
            headingTo?: number;
        };
        ImportRowList: {
            items: components["schemas"]["ImportRow"][];
            total: number;
            totalIsExact: boolean;
        };
        ImportRow: {
            row: number;
            name: string | null;
            valid: boolean;
            /**
             * @description Null while the row is wrong.
             * @enum {string|null}
             */
            action: "add" | "update" | "none" | null;
            /**
             * Format: uuid
             * @description The record that it updates or has added.
             */
            memberId: string | null;
            cells: {
                field: components["schemas"]["ImportColumnField"];
                column: string;
                /** @description As the file has it, or as corrected. */
                text: string;
                /** @description Sensitive and nothing wrong with it: the text is masked. */
                masked: boolean;
                corrected: boolean;
            }[];
            errors: components["schemas"]["ImportRowError"][];
            warnings: components["schemas"]["ImportRowError"][];
            /** @description What an update changes, or what an addition writes; sensitive values are masked. */
            changes: {
                field: string;
                from?: unknown;
                to?: unknown;
            }[];
            corrected: boolean;
            version: number;
        };
        ImportRowCorrection: {
            /** @description Texts as they should have been in the file. Columns the file lacks may be given as well. */
            cells: {
                [key: string]: string;
            };
        };
        ImportCommit: {
            /**
             * @description Leave out the rows that are wrong.
             * @default false
             */
            skipInvalid: boolean;
        };
        Dossier: {
            /** Format: uuid */
            memberId: string;
            memberName: string;
            /** Format: uuid */
            organizationId: string;
            organizationName: string;
            /** @enum {string} */
            stage: "applicant" | "activist" | "candidate" | "probationary" | "full";
            /** @enum {string} */
            state: "active" | "suspended" | "out-of-contact" | "transferred-out" | "left" | "deceased";
            progress: {
                met: number;
                due: number;
            };
            items: components["schemas"]["DossierItem"][];
            /** @description Files that can still be brought back. */
            removed: components["schemas"]["DossierFile"][];
            /** @description The reader's own, under way or broken off. */
            uploads: {
                /** Format: uuid */
                id: string;
                item: string;
                name: string;
                fingerprint: string | null;
                size: number;
                received: number;
                startedAt: string;
            }[];
            limits: {
                fileBytes: number;
                chunkBytes: number;
                endings: string[];
            };
            abilities: ("update" | "archive")[];
        };
        DossierItem: {
            /** @description A word of the national list, or the id of a local extra. */
            item: string;
            /** @enum {string} */
            list: "national" | "local";
            name: string;
            hint: string | null;
            papers: string[];
            /** @description Asked for at the stage the person has reached. */
            due: boolean;
            /** @enum {string|null} */
            dueFrom: "applicant" | "activist" | "candidate" | "probationary" | "full" | null;
            /** @description So many files make it complete. */
            least: number;
            rule: {
                id: string;
                ruleSet: string;
                article: string;
                effectiveFrom: string;
                source: string;
            } | null;
            /** @description The node whose extra it is. */
            askedBy: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            /** @description False of an extra that no longer holds here. */
            inForce: boolean;
            /** @enum {string} */
            state: "missing" | "partial" | "complete" | "not-needed";
            /** @enum {string|null} */
            mark: "partial" | "complete" | "not-needed" | null;
            note: string | null;
            files: components["schemas"]["DossierFile"][];
            /** @description For If-Match; 0 while nobody has touched it. */
            version: number;
            changedAt: string | null;
            changedByName: string | null;
        };
        DossierFile: {
            /** Format: uuid */
            id: string;
            item: string;
            name: string;
            /** @description Bytes. */
            size: number;
            sha256: string;
            /** @description By content, whatever the name says. */
            mediaType: string;
            /**
             * @description What may be shown in place.
             * @enum {string|null}
             */
            preview: "image" | "pdf" | null;
            /** @enum {string} */
            scanState: "not-scanned" | "clean";
            createdAt: string;
            createdByName: string | null;
            removedAt: string | null;
            restorableUntil: string | null;
        };
        DossierMark: {
            item: string;
            /**
             * @description Null: the files say it.
             * @enum {string|null}
             */
            mark: "partial" | "complete" | "not-needed" | null;
            /**
             * @description Required for `not-needed`, `partial`, and `complete` without a file.
             * @default null
             */
            note: string | null;
        };
        /** @description Opens without a header; still only while access stands. */
        FileLink: {
            url: string;
            expiresAt: string;
        };
        BranchDossiersList: {
            items: components["schemas"]["BranchDossiers"][];
            total: number;
            totalIsExact: boolean;
            whole: {
                people: number;
                /** @description People whose every due item is settled. */
                complete: number;
                /** @description Due items that are not settled, of all people. */
                gaps: number;
                missing: {
                    item: string;
                    name: string;
                    people: number;
                }[];
            };
        };
        BranchDossiers: {
            /** Format: uuid */
            organizationId: string;
            organizationName: string;
            people: number;
            /** @description People whose every due item is settled. */
            complete: number;
            /** @description Due items that are not settled, of all people. */
            gaps: number;
            missing: {
                item: string;
                name: string;
                people: number;
            }[];
        };
        DossierGapList: {
            items: components["schemas"]["DossierGap"][];
            total: number;
            totalIsExact: boolean;
        };
        DossierGap: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: uuid */
            organizationId: string;
            organizationName: string;
            /** @enum {string} */
            stage: "applicant" | "activist" | "candidate" | "probationary" | "full";
            met: number;
            due: number;
            missing: {
                item: string;
                name: string;
            }[];
        };
        DossierExtraList: {
            items: components["schemas"]["DossierExtra"][];
            total: number;
            totalIsExact: boolean;
        };
        DossierExtra: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            organizationId: string;
            organizationName: string;
            name: string;
            hint: string | null;
            /** @enum {string} */
            stage: "applicant" | "activist" | "candidate" | "probationary" | "full";
            least: number;
            version: number;
            abilities: ("update" | "remove")[];
        };
        NewDossierExtra: {
            /** Format: uuid */
            organizationId: string;
            name: string;
            /** @default null */
            hint: string | null;
            /**
             * @description From which stage on it is required.
             * @default full
             * @enum {string}
             */
            stage: "applicant" | "activist" | "candidate" | "probationary" | "full";
            /**
             * @description So many files make it complete.
             * @default 1
             */
            least: number;
        };
        DossierExtraCorrection: {
            name?: string;
            hint?: string | null;
            /**
             * @description From which stage on it is required.
             * @enum {string}
             */
            stage?: "applicant" | "activist" | "candidate" | "probationary" | "full";
            /** @description So many files make it complete. */
            least?: number;
        };
        CustomFieldList: {
            items: components["schemas"]["CustomField"][];
            total: number;
            totalIsExact: boolean;
            abilities: ("create" | "order")[];
        };
        CustomField: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description The owner: it and all below have the field.
             */
            organizationId: string;
            organizationName: string;
            /** @example shift-pattern */
            key: string;
            labelZh: string;
            labelEn: string | null;
            /** @enum {string} */
            kind: "text" | "long-text" | "number" | "date" | "yes-no" | "one-of" | "several-of";
            help: string | null;
            required: boolean;
            /** @description Stages at which it is asked for; none means all. */
            stages: ("applicant" | "activist" | "candidate" | "probationary" | "full")[];
            unit: string | null;
            minimum: number | null;
            maximum: number | null;
            options: {
                value: string;
                labelZh: string;
                labelEn: string | null;
                /** @description Still read, no longer chosen. */
                retired: boolean;
            }[];
            sort: number;
            archived: boolean;
            version: number;
            abilities: ("update" | "archive" | "restore")[];
        };
        NewField: {
            labelZh: string;
            labelEn?: string | null;
            help?: string | null;
            required?: boolean;
            stages?: ("applicant" | "activist" | "candidate" | "probationary" | "full")[];
            /** @description Of a number: 元, kg. */
            unit?: string | null;
            minimum?: number | null;
            maximum?: number | null;
            /** @description Of a list. A choice that is left out is retired. */
            options?: {
                /** @example shift-pattern */
                value: string;
                labelZh: string;
                /** @default null */
                labelEn: string | null;
                /** @default false */
                retired: boolean;
            }[];
            /** Format: uuid */
            organizationId: string;
            /**
             * @description Stable; one in the whole enterprise.
             * @example shift-pattern
             */
            key: string;
            /** @enum {string} */
            kind: "text" | "long-text" | "number" | "date" | "yes-no" | "one-of" | "several-of";
        };
        OrderedFields: {
            items: components["schemas"]["CustomField"][];
            total: number;
            totalIsExact: boolean;
        };
        FieldOrder: {
            /** Format: uuid */
            organizationId: string;
            ids: string[];
        };
        StaleField: components["schemas"]["Problem"] & {
            current: components["schemas"]["CustomField"];
        };
        FieldCorrection: {
            labelZh?: string;
            labelEn?: string | null;
            help?: string | null;
            required?: boolean;
            stages?: ("applicant" | "activist" | "candidate" | "probationary" | "full")[];
            /** @description Of a number: 元, kg. */
            unit?: string | null;
            minimum?: number | null;
            maximum?: number | null;
            /** @description Of a list. A choice that is left out is retired. */
            options?: {
                /** @example shift-pattern */
                value: string;
                labelZh: string;
                /** @default null */
                labelEn: string | null;
                /** @default false */
                retired: boolean;
            }[];
        };
        FieldUsage: {
            records: number;
        };
        ChangeRequestList: {
            items: components["schemas"]["ChangeRequestItem"][];
            total: number;
            totalIsExact: boolean;
        };
        ChangeRequestItem: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            memberId: string;
            memberName: string;
            /**
             * Format: uuid
             * @description Where the person is now.
             */
            organizationId: string;
            organizationName: string;
            /** @enum {string} */
            state: "open" | "decided" | "withdrawn";
            reason: string | null;
            /** Format: date-time */
            proposedAt: string;
            proposer: {
                /** Format: uuid */
                id: string | null;
                name: string | null;
            };
            /** Format: date-time */
            closedAt: string | null;
            version: number;
            abilities: ("decide" | "withdraw" | "unmask")[];
            fields: {
                /**
                 * @description A field of the record, or `custom.<key>`. `custom` stands for custom fields that the organization of the person does not have: they can only be declined.
                 * @example phone
                 */
                field: string;
                /** @enum {string|null} */
                decision: "accept" | "decline" | null;
            }[];
        };
        ChangeRequest: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            memberId: string;
            memberName: string;
            /**
             * Format: uuid
             * @description Where the person is now.
             */
            organizationId: string;
            organizationName: string;
            /** @enum {string} */
            state: "open" | "decided" | "withdrawn";
            reason: string | null;
            /** Format: date-time */
            proposedAt: string;
            proposer: {
                /** Format: uuid */
                id: string | null;
                name: string | null;
            };
            /** Format: date-time */
            closedAt: string | null;
            version: number;
            abilities: ("decide" | "withdraw" | "unmask")[];
            /** @description Of the record whose values are shown as `current`. */
            memberVersion: number;
            fields: components["schemas"]["ProposedField"][];
        };
        ProposedField: {
            /**
             * @description A field of the record, or `custom.<key>`. `custom` stands for custom fields that the organization of the person does not have: they can only be declined.
             * @example phone
             */
            field: string;
            /** @description The value when it was proposed. ID number, phone and address are masked. */
            from?: unknown;
            /** @description ID number, phone and address are masked. */
            to?: unknown;
            /** @description The value now. ID number, phone and address are masked. */
            current?: unknown;
            /** @description Undecided, and the value is not any more what it was when this was proposed. */
            isConflicting: boolean;
            /** @enum {string|null} */
            decision: "accept" | "decline" | null;
            /** Format: date-time */
            decidedAt: string | null;
            decidedBy: {
                /** Format: uuid */
                id: string | null;
                name: string | null;
            } | null;
            /** @description Of the decision. */
            reason: string | null;
        };
        NewChangeRequest: {
            /** Format: uuid */
            memberId: string;
            changes: components["schemas"]["ProposedChanges"];
            /** @default null */
            reason: string | null;
        };
        /** @description The proposed values, by field. */
        ProposedChanges: {
            name?: string;
            formerName?: string | null;
            /** @enum {string|null} */
            sex?: "male" | "female" | null;
            ethnicity?: string | null;
            /** Format: date */
            bornOn?: string | null;
            nativePlace?: string | null;
            /** @enum {string|null} */
            education?: "doctorate" | "master" | "bachelor" | "junior-college" | "secondary-vocational" | "technical-school" | "high-school" | "middle-school" | "primary-school" | null;
            /** @enum {string|null} */
            degree?: "doctor" | "master" | "bachelor" | null;
            school?: string | null;
            major?: string | null;
            /** Format: date */
            workStartedOn?: string | null;
            post?: string | null;
            workUnit?: string | null;
            partyPost?: string | null;
            idNumber?: string | null;
            phone?: string | null;
            address?: string | null;
            /** Format: uuid */
            sectionId?: string | null;
            /** Format: date */
            appliedOn?: string | null;
            /** Format: date */
            activistOn?: string | null;
            /** Format: date */
            candidateOn?: string | null;
            /**
             * Format: date
             * @description Date of the branch meeting that admitted the person.
             */
            joinedOn?: string | null;
            /**
             * Format: date
             * @description Date of full membership, from which the years in the party count.
             */
            fullOn?: string | null;
            /** Format: date */
            lostContactOn?: string | null;
            /** @description Where a floating member has gone. */
            outflow?: {
                /** Format: date */
                since: string;
                to: string;
                /** @default null */
                reason: string | null;
            } | null;
            introducers?: {
                name: string;
                /**
                 * Format: uuid
                 * @default null
                 */
                memberId: string | null;
            }[];
            cultivators?: {
                name: string;
                /**
                 * Format: uuid
                 * @default null
                 */
                memberId: string | null;
            }[];
            awards?: {
                /**
                 * Format: date
                 * @default null
                 */
                on: string | null;
                title: string;
                /** @default null */
                by: string | null;
            }[];
            penalties?: {
                /**
                 * Format: date
                 * @default null
                 */
                on: string | null;
                title: string;
                /** @default null */
                by: string | null;
            }[];
            family?: {
                relation: string;
                name: string;
                /**
                 * Format: date
                 * @default null
                 */
                bornOn: string | null;
                /** @default null */
                work: string | null;
            }[];
            resume?: {
                /** Format: date */
                from: string;
                /**
                 * Format: date
                 * @default null
                 */
                to: string | null;
                place: string;
                /** @default null */
                post: string | null;
            }[];
            note?: string | null;
            /** @description Custom fields to set, by key; null takes a value away. */
            custom?: {
                [key: string]: string | number | boolean | string[] | null;
            };
        };
        ChangeRequestConflict: components["schemas"]["Problem"] & {
            current?: components["schemas"]["ChangeRequest"];
        };
        ChangeRequestDecision: {
            fields: {
                /** @description As the request names it. */
                field: string;
                /** @enum {string} */
                decision: "accept" | "decline";
                /**
                 * @description Required to decline.
                 * @default null
                 */
                reason: string | null;
            }[];
            /** @description The version of the record that was seen. Accepting a conflicting field needs it. */
            memberVersion?: number;
        };
        UnmaskedProposal: {
            idNumber?: {
                from: string | null;
                to: string | null;
            };
            phone?: {
                from: string | null;
                to: string | null;
            };
            address?: {
                from: string | null;
                to: string | null;
            };
        };
        ProposalUnmasking: {
            fields: ("idNumber" | "phone" | "address")[];
            reason: string;
        };
        VerificationRoundList: {
            items: components["schemas"]["VerificationRound"][];
            total: number;
            totalIsExact: boolean;
        };
        VerificationRound: {
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description The node that the round goes down from.
             */
            organizationId: string;
            organizationName: string;
            title: string;
            /** @description Null for the usual one: is what the record says still right? */
            question: string | null;
            note: string | null;
            stages: ("applicant" | "activist" | "candidate" | "probationary" | "full")[];
            states: ("active" | "suspended" | "out-of-contact" | "transferred-out" | "left" | "deceased")[];
            /** Format: date */
            dueOn: string;
            /** @enum {string} */
            state: "open" | "closed";
            /** @description The day has passed, and in this part somebody waits. */
            isOverdue: boolean;
            /** Format: date-time */
            createdAt: string;
            author: {
                /** Format: uuid */
                id: string | null;
                name: string | null;
            };
            /** Format: date-time */
            closedAt: string | null;
            /** @description The topmost nodes of the reader's part of the round. */
            part: {
                /** Format: uuid */
                organizationId: string;
                organizationName: string;
                isBranch: boolean;
            }[];
            progress: components["schemas"]["VerificationProgress"];
            version: number;
            abilities: ("update" | "close" | "remind" | "answer")[];
        };
        /** @description Of the reader's part. */
        VerificationProgress: {
            /** @description To be answered for. */
            people: number;
            confirmed: number;
            corrected: number;
            unknown: number;
            answered: number;
            /** @description Branches that have anybody to answer for. */
            branches: number;
            /** @description Of these, the ones that have answered for all. */
            finished: number;
        };
        VerificationRoundRecord: components["schemas"]["VerificationRound"] & {
            /** @description The last reminder that reached the reader's part. */
            reminder: {
                /** Format: date-time */
                at: string;
                note: string | null;
                by: string | null;
            } | null;
        };
        NewVerificationRound: {
            /**
             * Format: uuid
             * @description Everybody at this node and below is asked about.
             */
            organizationId: string;
            title: string;
            /** @default null */
            question: string | null;
            /** @default null */
            note: string | null;
            /**
             * @default [
             *       "probationary",
             *       "full"
             *     ]
             */
            stages: ("applicant" | "activist" | "candidate" | "probationary" | "full")[];
            /**
             * @default [
             *       "active",
             *       "suspended",
             *       "out-of-contact"
             *     ]
             */
            states: ("active" | "suspended" | "out-of-contact" | "transferred-out" | "left" | "deceased")[];
            /** Format: date */
            dueOn: string;
        };
        StaleVerificationRound: components["schemas"]["Problem"] & {
            current: components["schemas"]["VerificationRoundRecord"];
        };
        VerificationRoundChange: {
            title?: string;
            question?: string | null;
            note?: string | null;
            /** Format: date */
            dueOn?: string;
        };
        VerificationReminder: {
            /**
             * Format: uuid
             * @description This node and all below it.
             */
            organizationId: string;
            /** @default null */
            note: string | null;
        };
        VerificationBranchList: {
            items: components["schemas"]["VerificationBranch"][];
            total: number;
            totalIsExact: boolean;
            progress: components["schemas"]["VerificationProgress"] & unknown;
        };
        VerificationBranch: {
            /**
             * Format: uuid
             * @description The organization.
             */
            id: string;
            name: string;
            type: string;
            isBranch: boolean;
            isOverdue: boolean;
            progress: components["schemas"]["VerificationProgress"];
        };
        AskedPersonList: {
            items: components["schemas"]["AskedPerson"][];
            total: number;
            totalIsExact: boolean;
            progress: components["schemas"]["VerificationProgress"];
        };
        AskedPerson: {
            /** Format: uuid */
            id: string;
            member: components["schemas"]["Member"];
            /**
             * @description Null while nobody has answered.
             * @enum {string|null}
             */
            answer: "confirmed" | "corrected" | "unknown" | null;
            note: string | null;
            /** Format: date-time */
            answeredAt: string | null;
            answeredBy: {
                /** Format: uuid */
                id: string | null;
                name: string | null;
            } | null;
            /** @description The record has changed since it was answered for. */
            isChanged: boolean;
        };
        VerificationAnswered: {
            answered: number;
            progress: components["schemas"]["VerificationProgress"];
        };
        VerificationAnswers: {
            /**
             * Format: uuid
             * @description The branch that answers.
             */
            organizationId: string;
            answers: {
                /** Format: uuid */
                memberId: string;
                /** @enum {string} */
                answer: "confirmed" | "corrected" | "unknown";
                /**
                 * @description Required where it cannot be said.
                 * @default null
                 */
                note: string | null;
                /** @description Of the record that was seen; refused when it has changed since. */
                version?: number;
            }[];
        };
        TransferList: {
            items: components["schemas"]["TransferItem"][];
            total: number;
            totalIsExact: boolean;
            counts: components["schemas"]["TransferCounts"];
        };
        TransferItem: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "within" | "out" | "in";
            /**
             * @description As the reader sees it: into the scope, out of it, or with both ends in it.
             * @enum {string}
             */
            direction: "in" | "out" | "within";
            /** @enum {string} */
            state: "applied" | "issued" | "received" | "closed" | "rejected" | "cancelled" | "expired";
            /**
             * Format: uuid
             * @description Of somebody who comes from outside, the id that the record has or will have.
             */
            memberId: string;
            person: components["schemas"]["TransferPerson"];
            from: components["schemas"]["TransferEnd"];
            to: components["schemas"]["TransferEnd"];
            /** Format: uuid */
            groupId: string | null;
            reason: string;
            /** Format: date */
            appliedOn: string;
            letter: components["schemas"]["TransferLetter"];
            /** Format: date */
            receivedOn: string | null;
            /** Format: date */
            closedOn: string | null;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            abilities: ("approve" | "reject" | "receive" | "cancel" | "resume" | "receipt" | "print" | "print-plain" | "open-member")[];
        };
        TransferPerson: {
            name: string;
            /** @enum {string|null} */
            sex: "male" | "female" | null;
            ethnicity: string | null;
            /** Format: date */
            bornOn: string | null;
            /** @enum {string} */
            stage: "applicant" | "activist" | "candidate" | "probationary" | "full";
            /** Format: date */
            joinedOn: string | null;
            /** Format: date */
            fullOn: string | null;
            /**
             * @description Masked.
             * @example 6502****1000
             */
            idNumber: string | null;
        };
        TransferEnd: {
            /**
             * Format: uuid
             * @description Null outside the enterprise.
             */
            organizationId: string | null;
            name: string;
            /**
             * @description Names from below the group to the branch.
             * @example 采油一厂党委 / 采油一队党支部
             */
            path: string | null;
            /** @description Of an organization outside the enterprise. */
            address: string | null;
        };
        TransferLetter: {
            /** @example 2026-00012 */
            number: string;
            /** Format: date */
            issuedOn: string;
            /**
             * Format: date
             * @description The last day on which it holds.
             */
            expiresOn: string;
            /** @description From today to the last day; below zero after it. */
            daysLeft: number;
            endingSoon: boolean;
        } | null;
        TransferCounts: {
            /** @description With every filter but that of the direction. */
            direction: {
                all: number;
                in: number;
                out: number;
                within: number;
            };
            /** @description With every filter but that of the state. */
            state: {
                applied: number;
                issued: number;
                received: number;
                closed: number;
                rejected: number;
                cancelled: number;
                expired: number;
            };
        };
        TransfersDue: {
            /** @description Applications that the reader may approve. */
            approve: number;
            /** @description Letters whose people the reader may receive. */
            receive: number;
            /** @description Received, and the receipt is to be filed. */
            receipt: number;
            /** @description Letters to or from the reader that end within seven days. */
            ending: number;
            /** @description Letters that ended and wait to be resumed or cancelled. */
            expired: number;
            /** @description Transfers with any of these, each once. */
            total: number;
        };
        TransferDestinations: {
            items: components["schemas"]["TransferDestination"][];
            total: number;
            totalIsExact: boolean;
        };
        TransferDestination: {
            /** Format: uuid */
            id: string;
            name: string;
            path: string;
        };
        Transfer: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "within" | "out" | "in";
            /**
             * @description As the reader sees it: into the scope, out of it, or with both ends in it.
             * @enum {string}
             */
            direction: "in" | "out" | "within";
            /** @enum {string} */
            state: "applied" | "issued" | "received" | "closed" | "rejected" | "cancelled" | "expired";
            /**
             * Format: uuid
             * @description Of somebody who comes from outside, the id that the record has or will have.
             */
            memberId: string;
            person: components["schemas"]["TransferPerson"];
            from: components["schemas"]["TransferEnd"];
            to: components["schemas"]["TransferEnd"];
            /** Format: uuid */
            groupId: string | null;
            reason: string;
            /** Format: date */
            appliedOn: string;
            letter: components["schemas"]["TransferLetter"];
            /** Format: date */
            receivedOn: string | null;
            /** Format: date */
            closedOn: string | null;
            version: number;
            /** Format: date-time */
            updatedAt: string;
            abilities: ("approve" | "reject" | "receive" | "cancel" | "resume" | "receipt" | "print" | "print-plain" | "open-member")[];
            duesPaidThrough: string | null;
            validDays: number;
            /** Format: date-time */
            createdAt: string;
            /** @description Oldest first. */
            timeline: components["schemas"]["TransferTimelineItem"][];
        };
        TransferTimelineItem: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            action: "apply" | "approve" | "reject" | "receive" | "cancel" | "resume" | "receipt" | "expire" | "remind" | "merge";
            /** @description Both are null where time or a merge of organizations did it. */
            actor: {
                /** Format: uuid */
                id: string | null;
                name: string | null;
            };
            /** @enum {string|null} */
            from: "applied" | "issued" | "received" | "closed" | "rejected" | "cancelled" | "expired" | null;
            /** @enum {string} */
            to: "applied" | "issued" | "received" | "closed" | "rejected" | "cancelled" | "expired";
            note: string | null;
            version: number;
        };
        NewTransfer: {
            /**
             * Format: uuid
             * @description Who is to be transferred; not with `fromOutside`.
             */
            memberId?: string;
            /**
             * Format: uuid
             * @description A branch or joint branch, anywhere in the enterprise; not with `toOutside`.
             */
            toOrganizationId?: string;
            toOutside?: components["schemas"]["OutsideOrganization"];
            fromOutside?: components["schemas"]["OutsideLetter"];
            person?: components["schemas"]["ArrivingPerson"];
            reason: string;
            /**
             * @description The last month for which dues were paid.
             * @default null
             */
            duesPaidThrough: string | null;
            /**
             * @description Days for which the letter holds, set case by case.
             * @default 30
             */
            validDays: number;
        };
        OutsideOrganization: {
            /** @description The organization that is to receive the person. */
            name: string;
            /** @default null */
            address: string | null;
        };
        /** @description The letter that somebody from outside brought. */
        OutsideLetter: {
            /** @description The organization that issued the letter. */
            name: string;
            /** @default null */
            address: string | null;
            letterNumber: string;
            /** Format: date */
            issuedOn: string;
            /** Format: date */
            expiresOn: string;
        };
        /** @description Who came; with `fromOutside` only. */
        ArrivingPerson: {
            name: string;
            formerName?: string | null;
            /** @enum {string|null} */
            sex?: "male" | "female" | null;
            ethnicity?: string | null;
            /** Format: date */
            bornOn?: string | null;
            nativePlace?: string | null;
            /** @enum {string|null} */
            education?: "doctorate" | "master" | "bachelor" | "junior-college" | "secondary-vocational" | "technical-school" | "high-school" | "middle-school" | "primary-school" | null;
            /** @enum {string|null} */
            degree?: "doctor" | "master" | "bachelor" | null;
            school?: string | null;
            major?: string | null;
            /** Format: date */
            workStartedOn?: string | null;
            post?: string | null;
            workUnit?: string | null;
            partyPost?: string | null;
            idNumber?: string | null;
            phone?: string | null;
            address?: string | null;
            /** Format: date */
            appliedOn?: string | null;
            /** Format: date */
            activistOn?: string | null;
            /** Format: date */
            candidateOn?: string | null;
            /**
             * Format: date
             * @description Date of the branch meeting that admitted the person.
             */
            joinedOn?: string | null;
            /**
             * Format: date
             * @description Date of full membership, from which the years in the party count.
             */
            fullOn?: string | null;
            /** Format: date */
            lostContactOn?: string | null;
            /**
             * Format: date
             * @description When the record was last found right.
             */
            verifiedOn?: string | null;
            /** @description Where a floating member has gone. */
            outflow?: {
                /** Format: date */
                since: string;
                to: string;
                /** @default null */
                reason: string | null;
            } | null;
            introducers?: {
                name: string;
                /**
                 * Format: uuid
                 * @default null
                 */
                memberId: string | null;
            }[];
            cultivators?: {
                name: string;
                /**
                 * Format: uuid
                 * @default null
                 */
                memberId: string | null;
            }[];
            awards?: {
                /**
                 * Format: date
                 * @default null
                 */
                on: string | null;
                title: string;
                /** @default null */
                by: string | null;
            }[];
            penalties?: {
                /**
                 * Format: date
                 * @default null
                 */
                on: string | null;
                title: string;
                /** @default null */
                by: string | null;
            }[];
            family?: {
                relation: string;
                name: string;
                /**
                 * Format: date
                 * @default null
                 */
                bornOn: string | null;
                /** @default null */
                work: string | null;
            }[];
            resume?: {
                /** Format: date */
                from: string;
                /**
                 * Format: date
                 * @default null
                 */
                to: string | null;
                place: string;
                /** @default null */
                post: string | null;
            }[];
            note?: string | null;
            /** @enum {string} */
            stage: "applicant" | "activist" | "candidate" | "probationary" | "full";
        };
        TransferGroup: {
            /** Format: uuid */
            id: string;
            to: components["schemas"]["TransferEnd"];
            reason: string;
            total: number;
            /** @description How many transfers are in each state. */
            states: {
                [key: string]: number;
            };
            /** @description Acts that the reader may do for every transfer that is open for them. */
            abilities: ("approve" | "reject" | "receive" | "cancel" | "resume" | "receipt")[];
            /** Format: date-time */
            createdAt: string;
            items: components["schemas"]["TransferItem"][];
        };
        NewTransferGroup: {
            memberIds?: string[];
            /**
             * Format: uuid
             * @description Everybody who is active in this branch; instead of `memberIds`.
             */
            fromOrganizationId?: string;
            /** Format: uuid */
            toOrganizationId: string;
            reason: string;
            /**
             * @description The last month for which dues were paid.
             * @default null
             */
            duesPaidThrough: string | null;
            /**
             * @description Days for which the letter holds, set case by case.
             * @default 30
             */
            validDays: number;
        };
        TransferApproval: {
            /** @default null */
            note: string | null;
            validDays?: number;
        };
        TransferRejection: {
            /** @default null */
            note: string | null;
        };
        TransferReception: {
            /** @default null */
            note: string | null;
        };
        TransferCancellation: {
            /** @default null */
            note: string | null;
        };
        TransferResumption: {
            /** @default null */
            note: string | null;
            validDays?: number;
        };
        TransferReceipt: {
            /** @default null */
            note: string | null;
            /**
             * Format: date
             * @description As the receipt says; today without it.
             */
            receivedOn?: string;
        };
        RegisterCounts: {
            outflow: number;
            inflow: number;
            outOfContact: number;
            reductions: {
                "transferred-out"?: number;
                left?: number;
                deceased?: number;
            };
            due: number;
            overdue: number;
        };
        RegisterDueList: {
            items: components["schemas"]["RegisterDue"][];
            total: number;
            totalIsExact: boolean;
        };
        RegisterDue: {
            id: string;
            /** @enum {string} */
            action: "suspend" | "remove" | "log-contact" | "confirm-return";
            /** Format: date */
            dueOn: string;
            rule: components["schemas"]["RegisterRule"];
            /** @enum {string} */
            register: "floating" | "out-of-contact";
            /**
             * Format: uuid
             * @description The entry of that register.
             */
            recordId: string;
            name: string;
            /** Format: uuid */
            organizationId: string | null;
            organizationName: string | null;
            /** @description Whether this reader may do what is due. */
            abilities: "resolve"[];
        };
        RegisterRule: {
            /** @example lost-contact-suspend */
            id: string;
            /** @example education-2019 */
            ruleSet: string;
            regulation: string;
            /** @description Null while its number is not confirmed. */
            article: string | null;
            source: string;
            from: string;
            months: number | null;
        };
        FloatingList: {
            items: components["schemas"]["FloatingItem"][];
            total: number;
            totalIsExact: boolean;
        };
        FloatingItem: {
            /** Format: uuid */
            id: string;
            /**
             * @description Out for whoever sees the home branch; in for the branch of now.
             * @enum {string}
             */
            direction: "out" | "in";
            /**
             * Format: uuid
             * @description The record, for whoever sees the home branch; null for people of elsewhere.
             */
            memberId: string | null;
            name: string;
            /** @enum {string|null} */
            stage: "applicant" | "activist" | "candidate" | "probationary" | "full" | null;
            /** Format: uuid */
            homeOrganizationId: string | null;
            /** @description Of people of elsewhere their party organization. */
            homeOrganizationName: string | null;
            /** Format: uuid */
            organizationId: string | null;
            organizationName: string | null;
            place: string | null;
            abroad: boolean;
            /** Format: date */
            since: string;
            /** Format: date */
            expectedReturnOn: string | null;
            reason: string | null;
            /** Format: date */
            lastContactOn: string | null;
            /** Format: date */
            closedOn: string | null;
            /** @enum {string|null} */
            closing: "returned" | "transferred" | "mistaken" | "other" | null;
            deadline: components["schemas"]["RegisterDeadline"];
            version: number;
            abilities: ("update" | "log-contact" | "close" | "unmask")[];
        };
        RegisterDeadline: {
            /** @enum {string} */
            action: "suspend" | "remove" | "log-contact" | "confirm-return";
            /** Format: date */
            dueOn: string;
            rule: components["schemas"]["RegisterRule"];
        } | null;
        Floating: {
            /** Format: uuid */
            id: string;
            /**
             * @description Out for whoever sees the home branch; in for the branch of now.
             * @enum {string}
             */
            direction: "out" | "in";
            /**
             * Format: uuid
             * @description The record, for whoever sees the home branch; null for people of elsewhere.
             */
            memberId: string | null;
            name: string;
            /** @enum {string|null} */
            stage: "applicant" | "activist" | "candidate" | "probationary" | "full" | null;
            /** Format: uuid */
            homeOrganizationId: string | null;
            /** @description Of people of elsewhere their party organization. */
            homeOrganizationName: string | null;
            /** Format: uuid */
            organizationId: string | null;
            organizationName: string | null;
            place: string | null;
            abroad: boolean;
            /** Format: date */
            since: string;
            /** Format: date */
            expectedReturnOn: string | null;
            reason: string | null;
            /** Format: date */
            lastContactOn: string | null;
            /** Format: date */
            closedOn: string | null;
            /** @enum {string|null} */
            closing: "returned" | "transferred" | "mistaken" | "other" | null;
            deadline: components["schemas"]["RegisterDeadline"];
            version: number;
            abilities: ("update" | "log-contact" | "close" | "unmask")[];
            province: string | null;
            city: string | null;
            partyOrganization: string | null;
            contactName: string | null;
            /** @description Masked. */
            contactPhone: string | null;
            /** @enum {string|null} */
            sex: "male" | "female" | null;
            /** @description Masked. */
            idNumber: string | null;
            /** @description Masked. */
            phone: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            /** @description Newest first, 200 at the most. */
            contacts: components["schemas"]["FloatingContact"][];
        };
        FloatingContact: {
            /** Format: uuid */
            id: string;
            /** Format: date */
            on: string;
            /** @enum {string} */
            way: "visit" | "call" | "message" | "video" | "meeting" | "letter" | "other";
            note: string | null;
            /** Format: date-time */
            at: string;
            actorName: string | null;
        };
        NewOutflow: {
            /** @default null */
            province: string | null;
            /** @default null */
            city: string | null;
            /** @default null */
            partyOrganization: string | null;
            /** Format: date */
            since: string;
            /**
             * Format: date
             * @default null
             */
            expectedReturnOn: string | null;
            /** @default null */
            reason: string | null;
            /** @default null */
            contactName: string | null;
            /** @default null */
            contactPhone: string | null;
            /**
             * Format: uuid
             * @description Of the roll; active, probationary or full.
             */
            memberId: string;
            /** @default false */
            abroad: boolean;
            /**
             * Format: uuid
             * @description The branch of the enterprise where the person is, if it is one.
             * @default null
             */
            organizationId: string | null;
        };
        NewInflow: {
            /** @default null */
            province: string | null;
            /** @default null */
            city: string | null;
            /** @default null */
            partyOrganization: string | null;
            /** Format: date */
            since: string;
            /**
             * Format: date
             * @default null
             */
            expectedReturnOn: string | null;
            /** @default null */
            reason: string | null;
            /** @default null */
            contactName: string | null;
            /** @default null */
            contactPhone: string | null;
            name: string;
            /**
             * @default null
             * @enum {string|null}
             */
            sex: "male" | "female" | null;
            /** @default null */
            idNumber: string | null;
            /** @default null */
            phone: string | null;
            /**
             * Format: uuid
             * @description The branch that the person is with.
             */
            organizationId: string;
        };
        StaleFloating: components["schemas"]["Problem"] & {
            current: components["schemas"]["Floating"];
            changed: string[];
        };
        FloatingCorrection: {
            province?: string | null;
            city?: string | null;
            partyOrganization?: string | null;
            /** Format: date */
            since?: string;
            /** Format: date */
            expectedReturnOn?: string | null;
            reason?: string | null;
            contactName?: string | null;
            contactPhone?: string | null;
            abroad?: boolean;
            /**
             * Format: uuid
             * @description The branch of the enterprise where the person is, if it is one.
             */
            organizationId?: string | null;
            name?: string;
            /** @enum {string|null} */
            sex?: "male" | "female" | null;
            idNumber?: string | null;
            phone?: string | null;
        };
        NewContact: {
            /** Format: date */
            on: string;
            /** @enum {string} */
            way: "visit" | "call" | "message" | "video" | "meeting" | "letter" | "other";
            /** @default null */
            note: string | null;
        };
        FloatingClosing: {
            /** Format: date */
            on: string;
            /** @enum {string} */
            closing: "returned" | "transferred" | "mistaken" | "other";
            /** @default null */
            note: string | null;
        };
        UnmaskedFloating: {
            idNumber?: string | null;
            phone?: string | null;
            contactPhone?: string | null;
        };
        FloatingUnmasking: {
            fields: ("idNumber" | "phone" | "contactPhone")[];
            reason: string;
        };
        LostList: {
            items: components["schemas"]["LostItem"][];
            total: number;
            totalIsExact: boolean;
        };
        LostItem: {
            /**
             * Format: uuid
             * @description Of the record.
             */
            id: string;
            name: string;
            /** Format: uuid */
            organizationId: string;
            organizationName: string;
            /** @enum {string} */
            stage: "applicant" | "activist" | "candidate" | "probationary" | "full";
            state: string;
            /** Format: date */
            lostContactOn: string | null;
            /** Format: date */
            stateOn: string | null;
            searches: number;
            /** Format: date */
            lastSearchOn: string | null;
            deadline: components["schemas"]["RegisterDeadline"];
            /** @description For `If-Match` of the change of state that resolves it. */
            memberVersion: number;
            abilities: ("log-search" | "find" | "suspend" | "remove")[];
        };
        Lost: {
            /**
             * Format: uuid
             * @description Of the record.
             */
            id: string;
            name: string;
            /** Format: uuid */
            organizationId: string;
            organizationName: string;
            /** @enum {string} */
            stage: "applicant" | "activist" | "candidate" | "probationary" | "full";
            state: string;
            /** Format: date */
            lostContactOn: string | null;
            /** Format: date */
            stateOn: string | null;
            searches: number;
            /** Format: date */
            lastSearchOn: string | null;
            deadline: components["schemas"]["RegisterDeadline"];
            /** @description For `If-Match` of the change of state that resolves it. */
            memberVersion: number;
            abilities: ("log-search" | "find" | "suspend" | "remove")[];
            /** @description Newest first, 200 at most. */
            log: components["schemas"]["ContactSearch"][];
        };
        ContactSearch: {
            /** Format: uuid */
            id: string;
            /** Format: date */
            on: string;
            /** @enum {string} */
            way: "phone" | "visit" | "relatives" | "colleagues" | "registry" | "notice" | "other";
            /** @enum {string} */
            outcome: "no-trace" | "lead" | "found";
            note: string | null;
            /** Format: date-time */
            at: string;
            actorName: string | null;
        };
        NewSearch: {
            /** Format: date */
            on: string;
            /** @enum {string} */
            way: "phone" | "visit" | "relatives" | "colleagues" | "registry" | "notice" | "other";
            /** @enum {string} */
            outcome: "no-trace" | "lead" | "found";
            /** @default null */
            note: string | null;
        };
        ReductionList: {
            items: components["schemas"]["ReductionItem"][];
            total: number;
            totalIsExact: boolean;
        };
        ReductionItem: {
            /**
             * Format: uuid
             * @description Of the record.
             */
            id: string;
            name: string;
            /** Format: uuid */
            organizationId: string;
            organizationName: string;
            /** @enum {string} */
            stage: "applicant" | "activist" | "candidate" | "probationary" | "full";
            /** @enum {string} */
            kind: "transferred-out" | "left" | "deceased";
            /** @enum {string|null} */
            leftKind: "expelled" | "resigned" | "persuaded-to-leave" | "lapsed" | "qualification-cancelled" | "application-withdrawn" | null;
            /** Format: date */
            on: string | null;
            reason: string | null;
            actorName: string | null;
            /**
             * Format: date-time
             * @description When it was put on record.
             */
            at: string | null;
            memberVersion: number;
            abilities: "reinstate"[];
        };
        Statistics: {
            /** Format: date-time */
            asOf: string;
            /**
             * Format: date
             * @description The day that ages are counted at.
             */
            today: string;
            rows: components["schemas"]["StatisticsAxis"];
            columns: components["schemas"]["StatisticsAxis"] | null;
            /** @description By row, then by column. */
            cells: number[][];
            rowTotals: number[];
            columnTotals: number[];
            total: number;
        };
        StatisticsAxis: {
            /** @enum {string} */
            dimension: "organization" | "organizationType" | "stage" | "state" | "sex" | "ethnicGroup" | "ethnicity" | "age" | "partyAge" | "joinedYear" | "education" | "degree" | "partyPost";
            keys: {
                /** @description A code; `unknown` where the record says nothing. */
                key: string;
                /** @description The name of an organization. */
                label: string | null;
                /** @description Parameters of the list of members that open these people. */
                filter: {
                    [key: string]: string;
                };
            }[];
        };
        SavedViewList: {
            items: components["schemas"]["SavedView"][];
            total: number;
            totalIsExact: boolean;
        };
        SavedView: {
            /** Format: uuid */
            id: string;
            list: string;
            name: string;
            /**
             * Format: uuid
             * @description Shared with this organization and all below; null for oneself alone.
             */
            organizationId: string | null;
            organizationName: string | null;
            filters: {
                [key: string]: string;
            };
            sort: string | null;
            columns: {
                order: string[];
                hidden: string[];
            } | null;
            /** @description Opens first, for this reader. */
            isDefault: boolean;
            version: number;
            abilities: ("update" | "share" | "remove")[];
        };
        NewView: {
            /** @example archives.members */
            list: string;
            name: string;
            /**
             * Format: uuid
             * @description Shared with this organization and all below; null for oneself alone.
             * @default null
             */
            organizationId: string | null;
            /** @description Filters as they stand in the address of the list. */
            filters: {
                [key: string]: string;
            };
            sort: string | null;
            columns: {
                order: string[];
                hidden: string[];
            } | null;
        };
        StaleView: components["schemas"]["Problem"] & {
            current: components["schemas"]["SavedView"];
        };
        ViewCorrection: {
            name?: string;
            /**
             * Format: uuid
             * @description Shared with this organization and all below; null for oneself alone.
             */
            organizationId?: string | null;
            /** @description Filters as they stand in the address of the list. */
            filters?: {
                [key: string]: string;
            };
            sort?: string | null;
            columns?: {
                order: string[];
                hidden: string[];
            } | null;
        };
        ViewPreferences: {
            /** @example archives.members */
            list: string;
            /**
             * Format: uuid
             * @description Opens first; null for none.
             */
            defaultViewId: string | null;
            /** @description Ids of views, mine and shared, in my order. */
            ordered: string[];
        };
        DeadLetter: {
            /** Format: uuid */
            id: string;
            handler: string;
            /** Format: uuid */
            eventId: string;
            subject: string;
            reason: string;
            deliveries: number;
            parkedAt: string;
            replayedAt: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    exportMembers: {
        parameters: {
            query?: {
                /** @description See as this node: narrows to it and all below. */
                node?: string;
                /** @description Beginning of a name, given name, its pinyin or initials; four digits of an ID number or phone at their end; a whole ID number or phone. */
                q?: string;
                /** @description This node and all below it. */
                organizationId?: string;
                stage?: "applicant" | "activist" | "candidate" | "probationary" | "full";
                state?: "active" | "suspended" | "out-of-contact" | "transferred-out" | "left" | "deceased";
                sex?: "male" | "female";
                /** @description As on record; `han`, or `minority` for all others. */
                ethnicity?: string;
                education?: "doctorate" | "master" | "bachelor" | "junior-college" | "secondary-vocational" | "technical-school" | "high-school" | "middle-school" | "primary-school";
                degree?: "doctor" | "master" | "bachelor";
                partyPost?: "secretary" | "deputy-secretary" | "committee-member" | "other";
                /** @description Type of the home. */
                organizationType?: "branch" | "joint-branch";
                /** @description Born on this day or later. */
                bornFrom?: string;
                /** @description Born on this day or earlier. */
                bornTo?: string;
                /** @description Joined on this day or later. */
                joinedFrom?: string;
                /** @description Joined on this day or earlier. */
                joinedTo?: string;
                /** @description Full member on this day or later. */
                fullFrom?: string;
                /** @description Full member on this day or earlier. */
                fullTo?: string;
                /** @description Choices in custom fields, `key:choice`, separated by commas; `true` and `false` of yes or no. */
                custom?: string;
                /** @description Whom this import has added or updated; nobody where it is not in sight. */
                import?: string;
                /** @description What is not on record: sex, ethnicity, education, degree, partyPost, bornOn, joinedOn, fullOn, separated by commas. */
                without?: string;
                /** @description By name means by pinyin. */
                sort?: "-joinedOn" | "joinedOn" | "name" | "-name";
                /** @description Keys of custom fields to show in `custom` of each row. */
                fields?: string;
                format?: "xlsx" | "csv";
                /** @description In the order of the file, separated by commas. */
                columns?: string;
                /** @description With ID numbers, phones and addresses in full; needs a reason. */
                unmasked?: "true" | "false";
                reason?: string;
                /** @description Of headings and words. */
                language?: "zh-CN" | "en-US";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The people of the list under the same filters and in its order, as a file; how many in `X-Export-Rows`. The act is on the audit trail, and so is that it broke off. A connection that breaks off is an export that failed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A permission that it needs is held nowhere, or another site may have led here; `code` says which. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many files of this account are under way. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many files are under way, or the data cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    postMembersExport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /**
                     * Format: uuid
                     * @description See as this node: narrows to it and all below.
                     */
                    node?: string;
                    /** @description Beginning of a name, given name, its pinyin or initials; four digits of an ID number or phone at their end; a whole ID number or phone. */
                    q?: string;
                    /**
                     * Format: uuid
                     * @description This node and all below it.
                     */
                    organizationId?: string;
                    /** @enum {string} */
                    stage?: "applicant" | "activist" | "candidate" | "probationary" | "full";
                    /** @enum {string} */
                    state?: "active" | "suspended" | "out-of-contact" | "transferred-out" | "left" | "deceased";
                    /** @enum {string} */
                    sex?: "male" | "female";
                    /** @description As on record; `han`, or `minority` for all others. */
                    ethnicity?: string;
                    /** @enum {string} */
                    education?: "doctorate" | "master" | "bachelor" | "junior-college" | "secondary-vocational" | "technical-school" | "high-school" | "middle-school" | "primary-school";
                    /** @enum {string} */
                    degree?: "doctor" | "master" | "bachelor";
                    /** @enum {string} */
                    partyPost?: "secretary" | "deputy-secretary" | "committee-member" | "other";
                    /**
                     * @description Type of the home.
                     * @enum {string}
                     */
                    organizationType?: "branch" | "joint-branch";
                    /**
                     * Format: date
                     * @description Born on this day or later.
                     */
                    bornFrom?: string;
                    /**
                     * Format: date
                     * @description Born on this day or earlier.
                     */
                    bornTo?: string;
                    /**
                     * Format: date
                     * @description Joined on this day or later.
                     */
                    joinedFrom?: string;
                    /**
                     * Format: date
                     * @description Joined on this day or earlier.
                     */
                    joinedTo?: string;
                    /**
                     * Format: date
                     * @description Full member on this day or later.
                     */
                    fullFrom?: string;
                    /**
                     * Format: date
                     * @description Full member on this day or earlier.
                     */
                    fullTo?: string;
                    /**
                     * @description Choices in custom fields, `key:choice`, separated by commas; `true` and `false` of yes or no.
                     * @example shift-pattern:day
                     */
                    custom?: string;
                    /**
                     * Format: uuid
                     * @description Whom this import has added or updated; nobody where it is not in sight.
                     */
                    import?: string;
                    /** @description What is not on record: sex, ethnicity, education, degree, partyPost, bornOn, joinedOn, fullOn, separated by commas. */
                    without?: string;
                    /**
                     * @description By name means by pinyin.
                     * @default -joinedOn
                     * @enum {string}
                     */
                    sort?: "-joinedOn" | "joinedOn" | "name" | "-name";
                    /** @description Keys of custom fields to show in `custom` of each row. */
                    fields?: string;
                    /**
                     * @default xlsx
                     * @enum {string}
                     */
                    format?: "xlsx" | "csv";
                    /**
                     * @description In the order of the file, separated by commas.
                     * @default name,sex,ethnicity,bornOn,education,idNumber,phone,organizationName,stage,state,joinedOn,fullOn
                     */
                    columns?: string;
                    /**
                     * @description With ID numbers, phones and addresses in full; needs a reason.
                     * @default false
                     * @enum {string}
                     */
                    unmasked?: "true" | "false";
                    reason?: string;
                    /**
                     * @description Of headings and words.
                     * @default zh-CN
                     * @enum {string}
                     */
                    language?: "zh-CN" | "en-US";
                };
                "application/json": {
                    /**
                     * Format: uuid
                     * @description See as this node: narrows to it and all below.
                     */
                    node?: string;
                    /** @description Beginning of a name, given name, its pinyin or initials; four digits of an ID number or phone at their end; a whole ID number or phone. */
                    q?: string;
                    /**
                     * Format: uuid
                     * @description This node and all below it.
                     */
                    organizationId?: string;
                    /** @enum {string} */
                    stage?: "applicant" | "activist" | "candidate" | "probationary" | "full";
                    /** @enum {string} */
                    state?: "active" | "suspended" | "out-of-contact" | "transferred-out" | "left" | "deceased";
                    /** @enum {string} */
                    sex?: "male" | "female";
                    /** @description As on record; `han`, or `minority` for all others. */
                    ethnicity?: string;
                    /** @enum {string} */
                    education?: "doctorate" | "master" | "bachelor" | "junior-college" | "secondary-vocational" | "technical-school" | "high-school" | "middle-school" | "primary-school";
                    /** @enum {string} */
                    degree?: "doctor" | "master" | "bachelor";
                    /** @enum {string} */
                    partyPost?: "secretary" | "deputy-secretary" | "committee-member" | "other";
                    /**
                     * @description Type of the home.
                     * @enum {string}
                     */
                    organizationType?: "branch" | "joint-branch";
                    /**
                     * Format: date
                     * @description Born on this day or later.
                     */
                    bornFrom?: string;
                    /**
                     * Format: date
                     * @description Born on this day or earlier.
                     */
                    bornTo?: string;
                    /**
                     * Format: date
                     * @description Joined on this day or later.
                     */
                    joinedFrom?: string;
                    /**
                     * Format: date
                     * @description Joined on this day or earlier.
                     */
                    joinedTo?: string;
                    /**
                     * Format: date
                     * @description Full member on this day or later.
                     */
                    fullFrom?: string;
                    /**
                     * Format: date
                     * @description Full member on this day or earlier.
                     */
                    fullTo?: string;
                    /**
                     * @description Choices in custom fields, `key:choice`, separated by commas; `true` and `false` of yes or no.
                     * @example shift-pattern:day
                     */
                    custom?: string;
                    /**
                     * Format: uuid
                     * @description Whom this import has added or updated; nobody where it is not in sight.
                     */
                    import?: string;
                    /** @description What is not on record: sex, ethnicity, education, degree, partyPost, bornOn, joinedOn, fullOn, separated by commas. */
                    without?: string;
                    /**
                     * @description By name means by pinyin.
                     * @default -joinedOn
                     * @enum {string}
                     */
                    sort?: "-joinedOn" | "joinedOn" | "name" | "-name";
                    /** @description Keys of custom fields to show in `custom` of each row. */
                    fields?: string;
                    /**
                     * @default xlsx
                     * @enum {string}
                     */
                    format?: "xlsx" | "csv";
                    /**
                     * @description In the order of the file, separated by commas.
                     * @default name,sex,ethnicity,bornOn,education,idNumber,phone,organizationName,stage,state,joinedOn,fullOn
                     */
                    columns?: string;
                    /**
                     * @description With ID numbers, phones and addresses in full; needs a reason.
                     * @default false
                     * @enum {string}
                     */
                    unmasked?: "true" | "false";
                    reason?: string;
                    /**
                     * @description Of headings and words.
                     * @default zh-CN
                     * @enum {string}
                     */
                    language?: "zh-CN" | "en-US";
                };
            };
        };
        responses: {
            /** @description The people of the list under the same filters and in its order, as a file; how many in `X-Export-Rows`. The act is on the audit trail, and so is that it broke off. A connection that breaks off is an export that failed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A permission that it needs is held nowhere, or another site may have led here; `code` says which. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is neither a form nor JSON. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many files of this account are under way. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many files are under way, or the data cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /** @description From 1. */
                page?: number;
                /** @description At most 100. */
                pageSize?: number;
                /** @description See as this node: narrows to it and all below. */
                node?: string;
                /** @description Beginning of a name, given name, its pinyin or initials; four digits of an ID number or phone at their end; a whole ID number or phone. */
                q?: string;
                /** @description This node and all below it. */
                organizationId?: string;
                stage?: "applicant" | "activist" | "candidate" | "probationary" | "full";
                state?: "active" | "suspended" | "out-of-contact" | "transferred-out" | "left" | "deceased";
                sex?: "male" | "female";
                /** @description As on record; `han`, or `minority` for all others. */
                ethnicity?: string;
                education?: "doctorate" | "master" | "bachelor" | "junior-college" | "secondary-vocational" | "technical-school" | "high-school" | "middle-school" | "primary-school";
                degree?: "doctor" | "master" | "bachelor";
                partyPost?: "secretary" | "deputy-secretary" | "committee-member" | "other";
                /** @description Type of the home. */
                organizationType?: "branch" | "joint-branch";
                /** @description Born on this day or later. */
                bornFrom?: string;
                /** @description Born on this day or earlier. */
                bornTo?: string;
                /** @description Joined on this day or later. */
                joinedFrom?: string;
                /** @description Joined on this day or earlier. */
                joinedTo?: string;
                /** @description Full member on this day or later. */
                fullFrom?: string;
                /** @description Full member on this day or earlier. */
                fullTo?: string;
                /** @description Choices in custom fields, `key:choice`, separated by commas; `true` and `false` of yes or no. */
                custom?: string;
                /** @description Whom this import has added or updated; nobody where it is not in sight. */
                import?: string;
                /** @description What is not on record: sex, ethnicity, education, degree, partyPost, bornOn, joinedOn, fullOn, separated by commas. */
                without?: string;
                /** @description By name means by pinyin. */
                sort?: "-joinedOn" | "joinedOn" | "name" | "-name";
                /** @description Keys of custom fields to show in `custom` of each row. */
                fields?: string;
                /** @description The `next` of the page before; `page` is then ignored. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first unless sorted otherwise. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberList"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    admitMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request changes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMember"];
            };
        };
        responses: {
            /** @description Put on record. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record does not allow it now. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody else changed the record; `current` is how it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StaleMember"];
                };
            };
            /** @description If-Match is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record, its version as ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctMember: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read. */
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberCorrection"];
            };
        };
        responses: {
            /** @description The corrected record. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record does not allow it now. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody else changed the record; `current` is how it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StaleMember"];
                };
            };
            /** @description If-Match is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    advanceMember: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read. */
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StageStep"];
            };
        };
        responses: {
            /** @description At the next stage. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record does not allow it now. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody else changed the record; `current` is how it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StaleMember"];
                };
            };
            /** @description If-Match is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeMemberState: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read. */
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StateStep"];
            };
        };
        responses: {
            /** @description In the new state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The record does not allow it now. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody else changed the record; `current` is how it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StaleMember"];
                };
            };
            /** @description If-Match is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unmaskMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Unmasking"];
            };
        };
        responses: {
            /** @description Plain values of the fields asked for. The act is on the audit trail. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnmaskedFields"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description So many records were seen in full lately that others have to wait: Retry-After says how long. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showMemberHistory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first, 500 at the most. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberHistory"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadImportTemplate: {
        parameters: {
            query?: {
                /** @description The organization whose people the file names; without it, the topmost one in scope. */
                organizationId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An empty roster with the branches in scope, lists to choose from and notes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: {
                /** @description From 1. */
                page?: number;
                /** @description At most 100. */
                pageSize?: number;
                /** @description See as this node: narrows to it and all below. */
                node?: string;
                status?: "parsing" | "preview" | "committing" | "committed" | "undoing" | "undone" | "failed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who imported what and when; newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportList"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startImport: {
        parameters: {
            query?: {
                /** @description The organization whose people the file names; without it, the topmost one in scope. */
                organizationId?: string;
            };
            header?: {
                /** @description A repeated request changes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /**
                     * Format: binary
                     * @description .xlsx or .csv, 50 MiB at the most.
                     */
                    file: string;
                    /**
                     * @description `both` unless said otherwise.
                     * @enum {string}
                     */
                    mode?: "add" | "update" | "both";
                };
            };
        };
        responses: {
            /** @description Being read and checked. */
            202: {
                headers: {
                    location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The same file is being imported already; `importId` says where. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 50 MiB. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not a roster that can be read; `code` says what it is. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where it stands. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discardImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file and its rows are gone. Nothing of it had been written. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The import does not allow it now; `code` says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mapImportColumns: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read. */
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportMapping"];
            };
        };
        responses: {
            /** @description All rows are being checked anew; corrections are kept. */
            202: {
                headers: {
                    location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The import does not allow it now; `code` says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Changed meanwhile; read it again. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description If-Match is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImportRows: {
        parameters: {
            query?: {
                /** @description From 1. */
                page?: number;
                /** @description At most 100. */
                pageSize?: number;
                /** @description `changed` means added or updated. */
                filter?: "all" | "invalid" | "valid" | "changed" | "added" | "updated" | "unchanged" | "warned";
                /** @description Rows with this error or warning. */
                code?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order of the file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRowList"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctImportRow: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read. */
                "if-match": string;
            };
            path: {
                id: string;
                row: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportRowCorrection"];
            };
        };
        responses: {
            /** @description The row, checked again, and with it the rows that it duplicated. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRow"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The import does not allow it now; `code` says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Changed meanwhile; read it again. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description If-Match is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    commitImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request changes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportCommit"];
            };
        };
        responses: {
            /** @description Being written, all rows or none. */
            202: {
                headers: {
                    location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The import does not allow it now; `code` says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    undoImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request changes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Being taken back, all rows or none. */
            202: {
                headers: {
                    location: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The import does not allow it now; `code` says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadMarkedImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rows that are wrong, their cells marked, to be corrected and uploaded again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The import does not allow it now; `code` says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadImportResult: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What became of each row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The import does not allow it now; `code` says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadImportResultText: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What became of each row. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The import does not allow it now; `code` says why. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showDossier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What it is to hold, and what it holds. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dossier"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markDossierItem: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read. */
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DossierMark"];
            };
        };
        responses: {
            /** @description The dossier with the item marked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dossier"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is stored does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody else changed it; `current` is how it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description If-Match is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadDossierFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request changes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    item: string;
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Filed. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierFile"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than a file or a part of one may be. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Of a type that is not kept, not what its name says, or infected. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    archiveDossier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every file under its item, with an index as a table and as text. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    downloadDossierFile: {
        parameters: {
            query?: {
                /** @description Pictures are shown in place with `view`; everything else is saved all the same. */
                as?: "download" | "view";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The content. The read is audited. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeDossierFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dossier without it; it can be brought back for 30 days. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dossier"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was removed already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    linkDossierFile: {
        parameters: {
            query?: {
                /** @description Pictures are shown in place with `view`; everything else is saved all the same. */
                as?: "download" | "view";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An address for a few minutes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileLink"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    followFileLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The content. The read is audited. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Its minutes are over, or the access. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such address in this session, or no such file any more. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreDossierFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The dossier with it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dossier"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was not removed. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countDossiers: {
        parameters: {
            query?: {
                /** @description From 1. */
                page?: number;
                /** @description At most 100. */
                pageSize?: number;
                /** @description See as this node: narrows to it and all below. */
                node?: string;
                /** @description This node and all below it. */
                organizationId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Branches with people, the most gaps first; `whole` is all of them together. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BranchDossiersList"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDossiers: {
        parameters: {
            query?: {
                /** @description From 1. */
                page?: number;
                /** @description At most 100. */
                pageSize?: number;
                /** @description See as this node: narrows to it and all below. */
                node?: string;
                /** @description This node and all below it. */
                organizationId?: string;
                stage?: "applicant" | "activist" | "candidate" | "probationary" | "full";
                /** @description Only people who lack something. */
                gaps?: "true" | "false";
                /** @description Only people who lack this item. */
                item?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description People on the roll, by name. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierGapList"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDossierExtras: {
        parameters: {
            query?: {
                /** @description See as this node: narrows to it and all below. */
                node?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Of my scope and of the nodes above it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierExtraList"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    defineDossierExtra: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request changes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDossierExtra"];
            };
        };
        responses: {
            /** @description Asked for from now on. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierExtra"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The node asks for something of this name already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    retireDossierExtra: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read. */
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Asked for no more; what was filed under it stays. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is stored does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody else changed it; `current` is how it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description If-Match is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctDossierExtra: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read. */
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DossierExtraCorrection"];
            };
        };
        responses: {
            /** @description As it is from now on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DossierExtra"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What is stored does not allow it. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody else changed it; `current` is how it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description If-Match is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startUpload: {
        parameters: {
            query?: never;
            header: {
                "tus-resumable": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Announced; Location is where its parts go. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than a file or a part of one may be. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Of a type that is not kept, not what its name says, or infected. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endUpload: {
        parameters: {
            query?: never;
            header: {
                "tus-resumable": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Given up. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    continueUpload: {
        parameters: {
            query?: never;
            header: {
                "tus-resumable": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/offset+octet-stream": string;
            };
        };
        responses: {
            /** @description Taken; Upload-Offset is how far it is. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is not there yet, or further already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than a file or a part of one may be. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Of a type that is not kept, not what its name says, or infected. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFields: {
        parameters: {
            query?: {
                /** @description What people there have: its own fields and those of all above. Without it, of anybody in my scope. */
                organizationId?: string;
                /** @description What this person has, where the person is. */
                memberId?: string;
                /** @description Also the fields that organizations below have of their own. */
                below?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description From the top of the tree down, in order. Archived ones too, marked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomFieldList"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createField: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request changes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewField"];
            };
        };
        responses: {
            /** @description All below the organization have it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomField"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key is taken, or there are too many fields. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    orderFields: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FieldOrder"];
            };
        };
        responses: {
            /** @description The fields of the organization, as ordered. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderedFields"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctField: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read. */
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FieldCorrection"];
            };
        };
        responses: {
            /** @description The corrected field. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomField"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody else changed the field; `current` is how it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StaleField"];
                };
            };
            /** @description If-Match is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    archiveField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No longer shown or asked for; values are kept. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomField"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In use again, with the values that it had. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomField"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showFieldUsage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many records carry a value. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldUsage"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listChangeRequests: {
        parameters: {
            query?: {
                /** @description From 1. */
                page?: number;
                /** @description At most 100. */
                pageSize?: number;
                /** @description See as this node: narrows to it and all below. */
                node?: string;
                /** @description `mine`: proposed by this account. `to-decide`: open, and this account may decide them. */
                box?: "all" | "mine" | "to-decide";
                state?: "open" | "decided" | "withdrawn";
                /** @description This node and all below it. */
                organizationId?: string;
                memberId?: string;
                sort?: "-proposedAt" | "proposedAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeRequestList"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not permitted; `code` says why. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proposeChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request changes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewChangeRequest"];
            };
        };
        responses: {
            /** @description Waits for the branch. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeRequest"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not permitted; `code` says why. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many proposals wait already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showChangeRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With the values of now beside it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeRequest"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not permitted; `code` says why. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideChangeRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request changes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeRequestDecision"];
            };
        };
        responses: {
            /** @description Accepted fields are in the record; undecided ones still wait. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeRequest"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not permitted; `code` says why. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Decided already, or accepted fields conflict: `current` shows the request as it is now. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ChangeRequestConflict"];
                };
            };
        };
    };
    withdrawChangeRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request changes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was not decided is withdrawn. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangeRequest"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not permitted; `code` says why. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Decided or withdrawn already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unmaskChangeRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposalUnmasking"];
            };
        };
        responses: {
            /** @description Plain values of the fields asked for. The act is on the audit trail. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnmaskedProposal"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not permitted; `code` says why. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description So many records were seen in full lately that others have to wait: Retry-After says how long. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVerifications: {
        parameters: {
            query?: {
                /** @description From 1. */
                page?: number;
                /** @description At most 100. */
                pageSize?: number;
                /** @description See as this node: narrows to it and all below. */
                node?: string;
                state?: "open" | "closed";
                sort?: "-createdAt" | "dueOn" | "-dueOn";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationRoundList"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openVerification: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request changes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewVerificationRound"];
            };
        };
        responses: {
            /** @description Sent down the tree. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationRoundRecord"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description An open round above or below asks about the same people. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showVerification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With the progress of the reader's part. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationRoundRecord"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeVerification: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read. */
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerificationRoundChange"];
            };
        };
        responses: {
            /** @description The changed round. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationRoundRecord"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The round is closed. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody else changed it; `current` is how it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StaleVerificationRound"];
                };
            };
            /** @description If-Match is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeVerification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Closed; its figures stay as they are. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationRoundRecord"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Closed already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remindVerification: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request changes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerificationReminder"];
            };
        };
        responses: {
            /** @description How many branches were reminded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        branches: number;
                    };
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The round is closed, or nobody there is to be reminded. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVerificationProgress: {
        parameters: {
            query?: {
                /** @description From 1. */
                page?: number;
                /** @description At most 100. */
                pageSize?: number;
                /** @description See as this node: narrows to it and all below. */
                node?: string;
                /** @description The node whose children are listed; the top of the reader's part if missing. */
                organizationId?: string;
                only?: "unfinished" | "finished";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The nodes directly below that have anybody to answer for, each with all below it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationBranchList"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listVerificationPeople: {
        parameters: {
            query: {
                /** @description From 1. */
                page?: number;
                /** @description At most 100. */
                pageSize?: number;
                /** @description See as this node: narrows to it and all below. */
                node?: string;
                /** @description A branch. */
                organizationId: string;
                answer?: "none" | "confirmed" | "corrected" | "unknown";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The people of a branch, by name; of a closed round those who were answered for. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AskedPersonList"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerVerification: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request changes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerificationAnswers"];
            };
        };
        responses: {
            /** @description All of them at once: how many, and how far the branch has come. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationAnswered"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The round is closed, or people have gone or changed meanwhile; `errors` names them. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTransfers: {
        parameters: {
            query?: {
                /** @description From 1. */
                page?: number;
                /** @description At most 100. */
                pageSize?: number;
                /** @description See as this node: narrows to it and all below. */
                node?: string;
                /** @description Into my scope, out of it, with both ends in it. `node` narrows the scope first. */
                direction?: "in" | "out" | "within" | "all";
                state?: "applied" | "issued" | "received" | "closed" | "rejected" | "cancelled" | "expired";
                /** @description Beginning of a name, its pinyin or initials; or the number of a letter. */
                q?: string;
                /** @description Letters whose last day has passed without a receipt; `false` leaves them out. */
                overdue?: boolean;
                /** @description What waits for me, as `GET …/due` counts it. */
                due?: "approve" | "receive" | "receipt" | "ending" | "expired";
                memberId?: string;
                groupId?: string;
                sort?: "-updatedAt" | "updatedAt" | "expiresOn" | "-expiresOn" | "name" | "-name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What changed last comes first unless sorted otherwise. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferList"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    applyForTransfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request changes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTransfer"];
            };
        };
        responses: {
            /** @description Applied for; with `fromOutside`, ready to be received. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transfer"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The transfer, or its person, does not allow it now; `state` says where it is. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showTransfersDue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many transfers wait for the reader. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransfersDue"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTransferDestinations: {
        parameters: {
            query?: {
                /** @description Part of the name of a branch or of what is above it. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Up to twenty branches of the enterprise. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferDestinations"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    applyForTransferGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request changes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTransferGroup"];
            };
        };
        responses: {
            /** @description Applied for everybody, or for nobody. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferGroup"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The transfer, or its person, does not allow it now; `state` says where it is. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showTransferGroup: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The group and those of its transfers that the reader sees. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferGroup"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The transfer with its timeline, its version as ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transfer"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveTransferGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request changes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TransferApproval"];
            };
        };
        responses: {
            /** @description For every transfer of the group that is open for it, or for none. Approved; the letter is issued. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferGroup"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The transfer, or its person, does not allow it now; `state` says where it is. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveTransfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request changes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TransferApproval"];
            };
        };
        responses: {
            /** @description Approved; the letter is issued. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transfer"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The transfer, or its person, does not allow it now; `state` says where it is. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rejectTransferGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request changes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TransferRejection"];
            };
        };
        responses: {
            /** @description For every transfer of the group that is open for it, or for none. Rejected; the person stays. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferGroup"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The transfer, or its person, does not allow it now; `state` says where it is. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rejectTransfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request changes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TransferRejection"];
            };
        };
        responses: {
            /** @description Rejected; the person stays. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transfer"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The transfer, or its person, does not allow it now; `state` says where it is. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveTransferGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request changes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TransferReception"];
            };
        };
        responses: {
            /** @description For every transfer of the group that is open for it, or for none. Received; the person is on the roll here. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferGroup"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The transfer, or its person, does not allow it now; `state` says where it is. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receiveTransfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request changes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TransferReception"];
            };
        };
        responses: {
            /** @description Received; the person is on the roll here. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transfer"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The transfer, or its person, does not allow it now; `state` says where it is. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelTransferGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request changes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TransferCancellation"];
            };
        };
        responses: {
            /** @description For every transfer of the group that is open for it, or for none. Cancelled; the person stays. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferGroup"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The transfer, or its person, does not allow it now; `state` says where it is. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelTransfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request changes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TransferCancellation"];
            };
        };
        responses: {
            /** @description Cancelled; the person stays. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transfer"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The transfer, or its person, does not allow it now; `state` says where it is. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeTransferGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request changes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TransferResumption"];
            };
        };
        responses: {
            /** @description For every transfer of the group that is open for it, or for none. A new letter is issued. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferGroup"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The transfer, or its person, does not allow it now; `state` says where it is. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeTransfer: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request changes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TransferResumption"];
            };
        };
        responses: {
            /** @description A new letter is issued. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transfer"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The transfer, or its person, does not allow it now; `state` says where it is. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fileTransferGroupReceipt: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request changes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TransferReceipt"];
            };
        };
        responses: {
            /** @description For every transfer of the group that is open for it, or for none. The receipt is filed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferGroup"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The transfer, or its person, does not allow it now; `state` says where it is. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    fileTransferReceipt: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request changes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TransferReceipt"];
            };
        };
        responses: {
            /** @description The receipt is filed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transfer"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The transfer, or its person, does not allow it now; `state` says where it is. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    printTransferLetterDocx: {
        parameters: {
            query?: {
                /** @description `plain` needs the permission to read it, and leaves a row on the audit trail. */
                idNumber?: "masked" | "plain";
                /** @description Why the number is needed in plain. */
                reason?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The letter in three parts: stub, letter, receipt. A4. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no letter that holds, or held until the person was received. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description So many records were seen in full lately that others have to wait: Retry-After says how long. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    printTransferLetterPdf: {
        parameters: {
            query?: {
                /** @description `plain` needs the permission to read it, and leaves a row on the audit trail. */
                idNumber?: "masked" | "plain";
                /** @description Why the number is needed in plain. */
                reason?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The letter in three parts: stub, letter, receipt. A4. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no letter that holds, or held until the person was received. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description So many records were seen in full lately that others have to wait: Retry-After says how long. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countRegisters: {
        parameters: {
            query?: {
                /** @description See as this node: narrows to it and all below. */
                node?: string;
                /** @description This node and all below it. */
                organizationId?: string;
                /** @description Days from today; what is overdue is always named. */
                within?: number | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Open entries by kind. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterCounts"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRegisterDue: {
        parameters: {
            query?: {
                /** @description From 1. */
                page?: number;
                /** @description At most 100. */
                pageSize?: number;
                /** @description See as this node: narrows to it and all below. */
                node?: string;
                /** @description This node and all below it. */
                organizationId?: string;
                /** @description Days from today; what is overdue is always named. */
                within?: number | null;
                action?: "suspend" | "remove" | "log-contact" | "confirm-return";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Longest overdue first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterDueList"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listFloating: {
        parameters: {
            query?: {
                /** @description From 1. */
                page?: number;
                /** @description At most 100. */
                pageSize?: number;
                /** @description See as this node: narrows to it and all below. */
                node?: string;
                /** @description This node and all below it. */
                organizationId?: string;
                /** @description Beginning of a name. */
                q?: string;
                /** @description Ours who are away, or people of elsewhere who are with us. */
                direction?: "out" | "in";
                state?: "open" | "closed" | "all";
                abroad?: "yes" | "no";
                sort?: "-since" | "since" | "expectedReturnOn" | "lastContactOn";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Open entries unless asked otherwise. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FloatingList"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showFloating: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entry, its version as ETag. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Floating"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctFloating: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read. */
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FloatingCorrection"];
            };
        };
        responses: {
            /** @description The corrected entry. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Floating"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The entry does not allow it now. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody else changed the entry; `current` is how it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StaleFloating"];
                };
            };
        };
    };
    registerOutflow: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request changes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOutflow"];
            };
        };
        responses: {
            /** @description Registered as away. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Floating"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The entry does not allow it now. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    registerInflow: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request changes nothing. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInflow"];
            };
        };
        responses: {
            /** @description Registered as with us. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Floating"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The entry does not allow it now. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logFloatingContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request changes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewContact"];
            };
        };
        responses: {
            /** @description With the contact. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Floating"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The entry does not allow it now. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeFloating: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that was read. */
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FloatingClosing"];
            };
        };
        responses: {
            /** @description Closed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Floating"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The entry does not allow it now. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody else changed the entry; `current` is how it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StaleFloating"];
                };
            };
        };
    };
    unmaskFloating: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FloatingUnmasking"];
            };
        };
        responses: {
            /** @description Plain values of the fields asked for. The act is on the audit trail. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnmaskedFloating"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The entry does not allow it now. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description So many records were seen in full lately that others have to wait: Retry-After says how long. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLost: {
        parameters: {
            query?: {
                /** @description From 1. */
                page?: number;
                /** @description At most 100. */
                pageSize?: number;
                /** @description See as this node: narrows to it and all below. */
                node?: string;
                /** @description This node and all below it. */
                organizationId?: string;
                /** @description Beginning of a name. */
                q?: string;
                state?: "out-of-contact" | "suspended";
                sort?: "dueOn" | "-lostContactOn" | "lostContactOn";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The most urgent first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LostList"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showLost: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With the log of searches. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lost"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logSearch: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeated request changes nothing. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSearch"];
            };
        };
        responses: {
            /** @description With the search. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Lost"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The entry does not allow it now. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listReductions: {
        parameters: {
            query?: {
                /** @description From 1. */
                page?: number;
                /** @description At most 100. */
                pageSize?: number;
                /** @description See as this node: narrows to it and all below. */
                node?: string;
                /** @description This node and all below it. */
                organizationId?: string;
                /** @description Beginning of a name. */
                q?: string;
                kind?: "transferred-out" | "left" | "deceased";
                leftKind?: "expelled" | "resigned" | "persuaded-to-leave" | "lapsed" | "qualification-cancelled" | "application-withdrawn";
                since?: string;
                until?: string;
                sort?: "-on" | "on";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Newest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReductionList"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showStatistics: {
        parameters: {
            query: {
                rows: "organization" | "organizationType" | "stage" | "state" | "sex" | "ethnicGroup" | "ethnicity" | "age" | "partyAge" | "joinedYear" | "education" | "degree" | "partyPost";
                /** @description Without it, one column of totals. */
                columns?: "organization" | "organizationType" | "stage" | "state" | "sex" | "ethnicGroup" | "ethnicity" | "age" | "partyAge" | "joinedYear" | "education" | "degree" | "partyPost";
                stage?: "applicant" | "activist" | "candidate" | "probationary" | "full";
                state?: "active" | "suspended" | "out-of-contact" | "transferred-out" | "left" | "deceased";
                /** @description This node and all below it. */
                organizationId?: string;
                /** @description See as this node: narrows to it and all below. */
                node?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The people of the scope by two dimensions. Filters of a row and a column are put together. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Statistics"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportStatistics: {
        parameters: {
            query: {
                rows: "organization" | "organizationType" | "stage" | "state" | "sex" | "ethnicGroup" | "ethnicity" | "age" | "partyAge" | "joinedYear" | "education" | "degree" | "partyPost";
                /** @description Without it, one column of totals. */
                columns?: "organization" | "organizationType" | "stage" | "state" | "sex" | "ethnicGroup" | "ethnicity" | "age" | "partyAge" | "joinedYear" | "education" | "degree" | "partyPost";
                stage?: "applicant" | "activist" | "candidate" | "probationary" | "full";
                state?: "active" | "suspended" | "out-of-contact" | "transferred-out" | "left" | "deceased";
                /** @description This node and all below it. */
                organizationId?: string;
                /** @description See as this node: narrows to it and all below. */
                node?: string;
                format?: "xlsx" | "csv";
                /** @description Of headings and words. */
                language?: "zh-CN" | "en-US";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The same table as a file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listViews: {
        parameters: {
            query: {
                list: string;
                node?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description In the order of the reader. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedViewList"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createView: {
        parameters: {
            query?: never;
            header?: {
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewView"];
            };
        };
        responses: {
            /** @description Saved. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There are as many as a list has room for. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Gone; it can be restored for thirty days. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    correctView: {
        parameters: {
            query?: never;
            header: {
                "if-match": string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewCorrection"];
            };
        };
        responses: {
            /** @description Changed for everybody who has it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody else changed the view; `current` is how it is now. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["StaleView"];
                };
            };
            /** @description If-Match is missing. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restoreView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description There again. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SavedView"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such record in the reach of this account. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preferViews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewPreferences"];
            };
        };
        responses: {
            /** @description Of the reader alone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewPreferences"];
                };
            };
            /** @description The request has values that cannot be used; `errors` names the fields. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session, or it has ended. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No permission of this kind is held anywhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDeadLetters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The newest 200, waiting ones first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DeadLetter"][];
                    };
                };
            };
            /** @description Refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Handled. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Refused. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
