// Written by `npm run generate` from the service's OpenAPI document.
export const limits = {
  "POST /api/archives/members/export": {
    "node": {},
    "q": {
      "maxLength": 60
    },
    "organizationId": {},
    "stage": {
      "enum": [
        "applicant",
        "activist",
        "candidate",
        "probationary",
        "full"
      ]
    },
    "state": {
      "enum": [
        "active",
        "suspended",
        "out-of-contact",
        "transferred-out",
        "left",
        "deceased"
      ]
    },
    "sex": {
      "enum": [
        "male",
        "female"
      ]
    },
    "ethnicity": {
      "minLength": 1,
      "maxLength": 20
    },
    "education": {
      "enum": [
        "doctorate",
        "master",
        "bachelor",
        "junior-college",
        "secondary-vocational",
        "technical-school",
        "high-school",
        "middle-school",
        "primary-school"
      ]
    },
    "degree": {
      "enum": [
        "doctor",
        "master",
        "bachelor"
      ]
    },
    "partyPost": {
      "enum": [
        "secretary",
        "deputy-secretary",
        "committee-member",
        "other"
      ]
    },
    "organizationType": {
      "enum": [
        "branch",
        "joint-branch"
      ]
    },
    "bornFrom": {},
    "bornTo": {},
    "joinedFrom": {},
    "joinedTo": {},
    "fullFrom": {},
    "fullTo": {},
    "custom": {
      "maxLength": 400,
      "pattern": "^[a-z][a-z0-9-]*:[a-z0-9-]+(,[a-z][a-z0-9-]*:[a-z0-9-]+)*$"
    },
    "import": {},
    "without": {
      "pattern": "^(sex|ethnicity|education|degree|partyPost|bornOn|joinedOn|fullOn)(,(sex|ethnicity|education|degree|partyPost|bornOn|joinedOn|fullOn))*$"
    },
    "sort": {
      "enum": [
        "-joinedOn",
        "joinedOn",
        "name",
        "-name"
      ]
    },
    "fields": {},
    "format": {
      "enum": [
        "xlsx",
        "csv"
      ]
    },
    "columns": {
      "pattern": "^(id|name|formerName|sex|ethnicity|bornOn|nativePlace|education|degree|school|major|workStartedOn|post|workUnit|partyPost|idNumber|phone|address|organizationName|organizationPath|sectionName|stage|state|stateOn|leftKind|appliedOn|activistOn|candidateOn|joinedOn|fullOn|lostContactOn|verifiedOn|outflow|introducers|cultivators|awards|penalties|family|resume|note|custom\\.[a-z0-9-]+)(,(id|name|formerName|sex|ethnicity|bornOn|nativePlace|education|degree|school|major|workStartedOn|post|workUnit|partyPost|idNumber|phone|address|organizationName|organizationPath|sectionName|stage|state|stateOn|leftKind|appliedOn|activistOn|candidateOn|joinedOn|fullOn|lostContactOn|verifiedOn|outflow|introducers|cultivators|awards|penalties|family|resume|note|custom\\.[a-z0-9-]+))*$"
    },
    "unmasked": {
      "enum": [
        "true",
        "false"
      ]
    },
    "reason": {
      "minLength": 1,
      "maxLength": 500
    },
    "language": {
      "enum": [
        "zh-CN",
        "en-US"
      ]
    }
  },
  "POST /api/archives/members": {
    "name": {
      "required": true,
      "minLength": 1,
      "maxLength": 60
    },
    "formerName": {
      "minLength": 1,
      "maxLength": 60
    },
    "sex": {
      "enum": [
        "male",
        "female"
      ]
    },
    "ethnicity": {
      "minLength": 1,
      "maxLength": 20
    },
    "bornOn": {},
    "nativePlace": {
      "minLength": 1,
      "maxLength": 100
    },
    "education": {
      "enum": [
        "doctorate",
        "master",
        "bachelor",
        "junior-college",
        "secondary-vocational",
        "technical-school",
        "high-school",
        "middle-school",
        "primary-school"
      ]
    },
    "degree": {
      "enum": [
        "doctor",
        "master",
        "bachelor"
      ]
    },
    "school": {
      "minLength": 1,
      "maxLength": 120
    },
    "major": {
      "minLength": 1,
      "maxLength": 120
    },
    "workStartedOn": {},
    "post": {
      "minLength": 1,
      "maxLength": 120
    },
    "workUnit": {
      "minLength": 1,
      "maxLength": 200
    },
    "partyPost": {
      "minLength": 1,
      "maxLength": 120
    },
    "idNumber": {
      "minLength": 1,
      "maxLength": 30
    },
    "phone": {
      "pattern": "^\\+?[\\d -]{5,24}$"
    },
    "address": {
      "minLength": 1,
      "maxLength": 300
    },
    "sectionId": {},
    "appliedOn": {},
    "activistOn": {},
    "candidateOn": {},
    "joinedOn": {},
    "fullOn": {},
    "lostContactOn": {},
    "verifiedOn": {},
    "outflow": {},
    "introducers": {},
    "cultivators": {},
    "awards": {},
    "penalties": {},
    "family": {},
    "resume": {},
    "note": {
      "minLength": 1,
      "maxLength": 2000
    },
    "custom": {},
    "organizationId": {
      "required": true
    },
    "stage": {
      "enum": [
        "applicant",
        "activist",
        "candidate",
        "probationary",
        "full"
      ]
    }
  },
  "PATCH /api/archives/members/{id}": {
    "name": {
      "minLength": 1,
      "maxLength": 60
    },
    "formerName": {
      "minLength": 1,
      "maxLength": 60
    },
    "sex": {
      "enum": [
        "male",
        "female"
      ]
    },
    "ethnicity": {
      "minLength": 1,
      "maxLength": 20
    },
    "bornOn": {},
    "nativePlace": {
      "minLength": 1,
      "maxLength": 100
    },
    "education": {
      "enum": [
        "doctorate",
        "master",
        "bachelor",
        "junior-college",
        "secondary-vocational",
        "technical-school",
        "high-school",
        "middle-school",
        "primary-school"
      ]
    },
    "degree": {
      "enum": [
        "doctor",
        "master",
        "bachelor"
      ]
    },
    "school": {
      "minLength": 1,
      "maxLength": 120
    },
    "major": {
      "minLength": 1,
      "maxLength": 120
    },
    "workStartedOn": {},
    "post": {
      "minLength": 1,
      "maxLength": 120
    },
    "workUnit": {
      "minLength": 1,
      "maxLength": 200
    },
    "partyPost": {
      "minLength": 1,
      "maxLength": 120
    },
    "idNumber": {
      "minLength": 1,
      "maxLength": 30
    },
    "phone": {
      "pattern": "^\\+?[\\d -]{5,24}$"
    },
    "address": {
      "minLength": 1,
      "maxLength": 300
    },
    "sectionId": {},
    "appliedOn": {},
    "activistOn": {},
    "candidateOn": {},
    "joinedOn": {},
    "fullOn": {},
    "lostContactOn": {},
    "verifiedOn": {},
    "outflow": {},
    "introducers": {},
    "cultivators": {},
    "awards": {},
    "penalties": {},
    "family": {},
    "resume": {},
    "note": {
      "minLength": 1,
      "maxLength": 2000
    },
    "custom": {}
  },
  "POST /api/archives/members/{id}/advance": {
    "stage": {
      "required": true,
      "enum": [
        "applicant",
        "activist",
        "candidate",
        "probationary",
        "full"
      ]
    },
    "on": {
      "required": true
    },
    "reason": {
      "minLength": 1,
      "maxLength": 500
    }
  },
  "POST /api/archives/members/{id}/state": {
    "state": {
      "required": true,
      "enum": [
        "active",
        "suspended",
        "out-of-contact",
        "transferred-out",
        "left",
        "deceased"
      ]
    },
    "on": {
      "required": true
    },
    "leftKind": {
      "enum": [
        "expelled",
        "resigned",
        "persuaded-to-leave",
        "lapsed",
        "qualification-cancelled",
        "application-withdrawn"
      ]
    },
    "reason": {
      "minLength": 1,
      "maxLength": 500
    }
  },
  "POST /api/archives/members/{id}/unmask": {
    "fields": {
      "required": true
    },
    "reason": {
      "required": true,
      "minLength": 1,
      "maxLength": 500
    }
  },
  "PATCH /api/archives/imports/{id}/mapping": {
    "columns": {},
    "defaults": {},
    "mode": {
      "enum": [
        "add",
        "update",
        "both"
      ]
    },
    "sheet": {
      "maxLength": 100
    },
    "encoding": {
      "enum": [
        "utf-8",
        "utf-16le",
        "utf-16be",
        "gb18030"
      ]
    },
    "headingFrom": {},
    "headingTo": {}
  },
  "PATCH /api/archives/imports/{id}/rows/{row}": {
    "cells": {
      "required": true
    }
  },
  "POST /api/archives/imports/{id}/commit": {
    "skipInvalid": {}
  },
  "PATCH /api/archives/members/{id}/dossier": {
    "item": {
      "required": true,
      "maxLength": 60
    },
    "mark": {
      "required": true,
      "enum": [
        "partial",
        "complete",
        "not-needed"
      ]
    },
    "note": {
      "minLength": 1,
      "maxLength": 500
    }
  },
  "POST /api/archives/dossier-extras": {
    "organizationId": {
      "required": true
    },
    "name": {
      "required": true,
      "minLength": 1,
      "maxLength": 60
    },
    "hint": {
      "maxLength": 200
    },
    "stage": {
      "enum": [
        "applicant",
        "activist",
        "candidate",
        "probationary",
        "full"
      ]
    },
    "least": {}
  },
  "PATCH /api/archives/dossier-extras/{id}": {
    "name": {
      "minLength": 1,
      "maxLength": 60
    },
    "hint": {
      "maxLength": 200
    },
    "stage": {
      "enum": [
        "applicant",
        "activist",
        "candidate",
        "probationary",
        "full"
      ]
    },
    "least": {}
  },
  "POST /api/archives/fields": {
    "labelZh": {
      "required": true,
      "minLength": 1,
      "maxLength": 30
    },
    "labelEn": {
      "minLength": 1,
      "maxLength": 60
    },
    "help": {
      "minLength": 1,
      "maxLength": 200
    },
    "required": {},
    "stages": {},
    "unit": {
      "minLength": 1,
      "maxLength": 12
    },
    "minimum": {},
    "maximum": {},
    "options": {},
    "organizationId": {
      "required": true
    },
    "key": {
      "required": true,
      "maxLength": 40,
      "pattern": "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
    },
    "kind": {
      "required": true,
      "enum": [
        "text",
        "long-text",
        "number",
        "date",
        "yes-no",
        "one-of",
        "several-of"
      ]
    }
  },
  "POST /api/archives/fields/order": {
    "organizationId": {
      "required": true
    },
    "ids": {
      "required": true
    }
  },
  "PATCH /api/archives/fields/{id}": {
    "labelZh": {
      "minLength": 1,
      "maxLength": 30
    },
    "labelEn": {
      "minLength": 1,
      "maxLength": 60
    },
    "help": {
      "minLength": 1,
      "maxLength": 200
    },
    "required": {},
    "stages": {},
    "unit": {
      "minLength": 1,
      "maxLength": 12
    },
    "minimum": {},
    "maximum": {},
    "options": {}
  },
  "POST /api/archives/change-requests": {
    "memberId": {
      "required": true
    },
    "changes": {
      "required": true
    },
    "reason": {
      "minLength": 1,
      "maxLength": 500
    }
  },
  "POST /api/archives/change-requests/{id}/decide": {
    "fields": {
      "required": true
    },
    "memberVersion": {}
  },
  "POST /api/archives/change-requests/{id}/unmask": {
    "fields": {
      "required": true
    },
    "reason": {
      "required": true,
      "minLength": 1,
      "maxLength": 500
    }
  },
  "POST /api/archives/verifications": {
    "organizationId": {
      "required": true
    },
    "title": {
      "required": true,
      "minLength": 1,
      "maxLength": 120
    },
    "question": {
      "minLength": 1,
      "maxLength": 500
    },
    "note": {
      "minLength": 1,
      "maxLength": 500
    },
    "stages": {},
    "states": {},
    "dueOn": {
      "required": true
    }
  },
  "PATCH /api/archives/verifications/{id}": {
    "title": {
      "minLength": 1,
      "maxLength": 120
    },
    "question": {
      "minLength": 1,
      "maxLength": 500
    },
    "note": {
      "minLength": 1,
      "maxLength": 500
    },
    "dueOn": {}
  },
  "POST /api/archives/verifications/{id}/remind": {
    "organizationId": {
      "required": true
    },
    "note": {
      "minLength": 1,
      "maxLength": 500
    }
  },
  "POST /api/archives/verifications/{id}/answers": {
    "organizationId": {
      "required": true
    },
    "answers": {
      "required": true
    }
  },
  "POST /api/archives/transfers": {
    "memberId": {},
    "toOrganizationId": {},
    "toOutside": {},
    "fromOutside": {},
    "person": {},
    "reason": {
      "required": true,
      "minLength": 1,
      "maxLength": 500
    },
    "duesPaidThrough": {
      "pattern": "^\\d{4}-(0[1-9]|1[0-2])$"
    },
    "validDays": {}
  },
  "POST /api/archives/transfers/groups": {
    "memberIds": {},
    "fromOrganizationId": {},
    "toOrganizationId": {
      "required": true
    },
    "reason": {
      "required": true,
      "minLength": 1,
      "maxLength": 500
    },
    "duesPaidThrough": {
      "pattern": "^\\d{4}-(0[1-9]|1[0-2])$"
    },
    "validDays": {}
  },
  "POST /api/archives/transfers/groups/{id}/approve": {
    "note": {
      "minLength": 1,
      "maxLength": 500
    },
    "validDays": {}
  },
  "POST /api/archives/transfers/{id}/approve": {
    "note": {
      "minLength": 1,
      "maxLength": 500
    },
    "validDays": {}
  },
  "POST /api/archives/transfers/groups/{id}/reject": {
    "note": {
      "minLength": 1,
      "maxLength": 500
    }
  },
  "POST /api/archives/transfers/{id}/reject": {
    "note": {
      "minLength": 1,
      "maxLength": 500
    }
  },
  "POST /api/archives/transfers/groups/{id}/receive": {
    "note": {
      "minLength": 1,
      "maxLength": 500
    }
  },
  "POST /api/archives/transfers/{id}/receive": {
    "note": {
      "minLength": 1,
      "maxLength": 500
    }
  },
  "POST /api/archives/transfers/groups/{id}/cancel": {
    "note": {
      "minLength": 1,
      "maxLength": 500
    }
  },
  "POST /api/archives/transfers/{id}/cancel": {
    "note": {
      "minLength": 1,
      "maxLength": 500
    }
  },
  "POST /api/archives/transfers/groups/{id}/resume": {
    "note": {
      "minLength": 1,
      "maxLength": 500
    },
    "validDays": {}
  },
  "POST /api/archives/transfers/{id}/resume": {
    "note": {
      "minLength": 1,
      "maxLength": 500
    },
    "validDays": {}
  },
  "POST /api/archives/transfers/groups/{id}/receipt": {
    "note": {
      "minLength": 1,
      "maxLength": 500
    },
    "receivedOn": {}
  },
  "POST /api/archives/transfers/{id}/receipt": {
    "note": {
      "minLength": 1,
      "maxLength": 500
    },
    "receivedOn": {}
  },
  "PATCH /api/archives/registers/floating/{id}": {
    "province": {
      "minLength": 1,
      "maxLength": 40
    },
    "city": {
      "minLength": 1,
      "maxLength": 40
    },
    "partyOrganization": {
      "minLength": 1,
      "maxLength": 120
    },
    "since": {},
    "expectedReturnOn": {},
    "reason": {
      "minLength": 1,
      "maxLength": 200
    },
    "contactName": {
      "minLength": 1,
      "maxLength": 60
    },
    "contactPhone": {
      "pattern": "^\\+?[\\d -]{5,24}$"
    },
    "abroad": {},
    "organizationId": {},
    "name": {
      "minLength": 1,
      "maxLength": 60
    },
    "sex": {
      "enum": [
        "male",
        "female"
      ]
    },
    "idNumber": {
      "minLength": 1,
      "maxLength": 30
    },
    "phone": {
      "pattern": "^\\+?[\\d -]{5,24}$"
    }
  },
  "POST /api/archives/registers/outflows": {
    "province": {
      "minLength": 1,
      "maxLength": 40
    },
    "city": {
      "minLength": 1,
      "maxLength": 40
    },
    "partyOrganization": {
      "minLength": 1,
      "maxLength": 120
    },
    "since": {
      "required": true
    },
    "expectedReturnOn": {},
    "reason": {
      "minLength": 1,
      "maxLength": 200
    },
    "contactName": {
      "minLength": 1,
      "maxLength": 60
    },
    "contactPhone": {
      "pattern": "^\\+?[\\d -]{5,24}$"
    },
    "memberId": {
      "required": true
    },
    "abroad": {},
    "organizationId": {}
  },
  "POST /api/archives/registers/inflows": {
    "province": {
      "minLength": 1,
      "maxLength": 40
    },
    "city": {
      "minLength": 1,
      "maxLength": 40
    },
    "partyOrganization": {
      "minLength": 1,
      "maxLength": 120
    },
    "since": {
      "required": true
    },
    "expectedReturnOn": {},
    "reason": {
      "minLength": 1,
      "maxLength": 200
    },
    "contactName": {
      "minLength": 1,
      "maxLength": 60
    },
    "contactPhone": {
      "pattern": "^\\+?[\\d -]{5,24}$"
    },
    "name": {
      "required": true,
      "minLength": 1,
      "maxLength": 60
    },
    "sex": {
      "enum": [
        "male",
        "female"
      ]
    },
    "idNumber": {
      "minLength": 1,
      "maxLength": 30
    },
    "phone": {
      "pattern": "^\\+?[\\d -]{5,24}$"
    },
    "organizationId": {
      "required": true
    }
  },
  "POST /api/archives/registers/floating/{id}/contacts": {
    "on": {
      "required": true
    },
    "way": {
      "required": true,
      "enum": [
        "visit",
        "call",
        "message",
        "video",
        "meeting",
        "letter",
        "other"
      ]
    },
    "note": {
      "minLength": 1,
      "maxLength": 500
    }
  },
  "POST /api/archives/registers/floating/{id}/close": {
    "on": {
      "required": true
    },
    "closing": {
      "required": true,
      "enum": [
        "returned",
        "transferred",
        "mistaken",
        "other"
      ]
    },
    "note": {
      "minLength": 1,
      "maxLength": 500
    }
  },
  "POST /api/archives/registers/floating/{id}/unmask": {
    "fields": {
      "required": true
    },
    "reason": {
      "required": true,
      "minLength": 1,
      "maxLength": 500
    }
  },
  "POST /api/archives/registers/out-of-contact/{id}/searches": {
    "on": {
      "required": true
    },
    "way": {
      "required": true,
      "enum": [
        "phone",
        "visit",
        "relatives",
        "colleagues",
        "registry",
        "notice",
        "other"
      ]
    },
    "outcome": {
      "required": true,
      "enum": [
        "no-trace",
        "lead",
        "found"
      ]
    },
    "note": {
      "minLength": 1,
      "maxLength": 500
    }
  },
  "POST /api/archives/views": {
    "list": {
      "required": true,
      "maxLength": 60,
      "pattern": "^[A-Za-z][A-Za-z0-9.-]*$"
    },
    "name": {
      "required": true,
      "minLength": 1,
      "maxLength": 30
    },
    "organizationId": {},
    "filters": {
      "required": true
    },
    "sort": {
      "required": true,
      "maxLength": 60,
      "pattern": "^-?[A-Za-z][A-Za-z0-9.-]*$"
    },
    "columns": {
      "required": true
    }
  },
  "PATCH /api/archives/views/{id}": {
    "name": {
      "minLength": 1,
      "maxLength": 30
    },
    "organizationId": {},
    "filters": {},
    "sort": {
      "maxLength": 60,
      "pattern": "^-?[A-Za-z][A-Za-z0-9.-]*$"
    },
    "columns": {}
  },
  "PUT /api/archives/view-preferences": {
    "list": {
      "required": true,
      "maxLength": 60,
      "pattern": "^[A-Za-z][A-Za-z0-9.-]*$"
    },
    "defaultViewId": {
      "required": true
    },
    "ordered": {
      "required": true
    }
  }
} as const;
