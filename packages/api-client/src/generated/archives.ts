// Written by `npm run generate` from the service's OpenAPI document.
export interface paths {
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
            abilities: ("update" | "advance" | "change-state" | "reduce" | "unmask")[];
        };
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
            abilities: ("update" | "advance" | "change-state" | "reduce" | "unmask")[];
        };
        StaleMember: components["schemas"]["Problem"] & {
            current: components["schemas"]["Member"];
            /** @description Fields that changed since the version that was sent. */
            changed: ("name" | "formerName" | "sex" | "ethnicity" | "bornOn" | "nativePlace" | "education" | "degree" | "school" | "major" | "workStartedOn" | "post" | "workUnit" | "partyPost" | "idNumber" | "phone" | "address" | "sectionId" | "appliedOn" | "activistOn" | "candidateOn" | "joinedOn" | "fullOn" | "lostContactOn" | "verifiedOn" | "outflow" | "introducers" | "cultivators" | "awards" | "penalties" | "family" | "resume" | "note" | "stage" | "state" | "stateOn" | "leftKind" | "organizationId" | "accountId")[];
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
            version: number;
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
                /** @description By name means by pinyin. */
                sort?: "-joinedOn" | "joinedOn" | "name" | "-name";
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
            /** @description Values that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The permission is held nowhere. */
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
            /** @description Values that cannot be used; `errors` names them. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The permission is held nowhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unknown, or out of scope. */
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
            /** @description There is no session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The permission is held nowhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unknown, or out of scope. */
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
            /** @description Values that cannot be used; `errors` names them. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The permission is held nowhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unknown, or out of scope. */
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
            /** @description Values that cannot be used; `errors` names them. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The permission is held nowhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unknown, or out of scope. */
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
            /** @description Values that cannot be used; `errors` names them. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The permission is held nowhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unknown, or out of scope. */
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
            /** @description Values that cannot be used. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The permission is held nowhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unknown, or out of scope. */
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
            /** @description There is no session. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The permission is held nowhere. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Unknown, or out of scope. */
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
        };
    };
}
