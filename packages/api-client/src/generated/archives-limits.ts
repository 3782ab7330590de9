// Written by `npm run generate` from the service's OpenAPI document.
export const limits = {
  "POST /api/archives/members": {
    "name": {
      "required": true,
      "minLength": 1,
      "maxLength": 60,
      "pattern": "^\\P{Cc}*$/u"
    },
    "formerName": {
      "minLength": 1,
      "maxLength": 60,
      "pattern": "^\\P{Cc}*$/u"
    },
    "sex": {
      "enum": [
        "male",
        "female"
      ]
    },
    "ethnicity": {
      "minLength": 1,
      "maxLength": 20,
      "pattern": "^\\P{Cc}*$/u"
    },
    "bornOn": {},
    "nativePlace": {
      "minLength": 1,
      "maxLength": 100,
      "pattern": "^\\P{Cc}*$/u"
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
      "maxLength": 120,
      "pattern": "^\\P{Cc}*$/u"
    },
    "major": {
      "minLength": 1,
      "maxLength": 120,
      "pattern": "^\\P{Cc}*$/u"
    },
    "workStartedOn": {},
    "post": {
      "minLength": 1,
      "maxLength": 120,
      "pattern": "^\\P{Cc}*$/u"
    },
    "workUnit": {
      "minLength": 1,
      "maxLength": 200,
      "pattern": "^\\P{Cc}*$/u"
    },
    "partyPost": {
      "minLength": 1,
      "maxLength": 120,
      "pattern": "^\\P{Cc}*$/u"
    },
    "idNumber": {
      "minLength": 1,
      "maxLength": 30,
      "pattern": "^\\P{Cc}*$/u"
    },
    "phone": {
      "pattern": "^\\+?[\\d -]{5,24}$"
    },
    "address": {
      "minLength": 1,
      "maxLength": 300,
      "pattern": "^\\P{Cc}*$/u"
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
      "maxLength": 2000,
      "pattern": "^[\\P{Cc}\\n\\t]*$/u"
    },
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
      "maxLength": 500,
      "pattern": "^[\\P{Cc}\\n\\t]*$/u"
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
      "maxLength": 500,
      "pattern": "^[\\P{Cc}\\n\\t]*$/u"
    }
  },
  "PATCH /api/archives/members/{id}": {
    "name": {
      "minLength": 1,
      "maxLength": 60,
      "pattern": "^\\P{Cc}*$/u"
    },
    "formerName": {
      "minLength": 1,
      "maxLength": 60,
      "pattern": "^\\P{Cc}*$/u"
    },
    "sex": {
      "enum": [
        "male",
        "female"
      ]
    },
    "ethnicity": {
      "minLength": 1,
      "maxLength": 20,
      "pattern": "^\\P{Cc}*$/u"
    },
    "bornOn": {},
    "nativePlace": {
      "minLength": 1,
      "maxLength": 100,
      "pattern": "^\\P{Cc}*$/u"
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
      "maxLength": 120,
      "pattern": "^\\P{Cc}*$/u"
    },
    "major": {
      "minLength": 1,
      "maxLength": 120,
      "pattern": "^\\P{Cc}*$/u"
    },
    "workStartedOn": {},
    "post": {
      "minLength": 1,
      "maxLength": 120,
      "pattern": "^\\P{Cc}*$/u"
    },
    "workUnit": {
      "minLength": 1,
      "maxLength": 200,
      "pattern": "^\\P{Cc}*$/u"
    },
    "partyPost": {
      "minLength": 1,
      "maxLength": 120,
      "pattern": "^\\P{Cc}*$/u"
    },
    "idNumber": {
      "minLength": 1,
      "maxLength": 30,
      "pattern": "^\\P{Cc}*$/u"
    },
    "phone": {
      "pattern": "^\\+?[\\d -]{5,24}$"
    },
    "address": {
      "minLength": 1,
      "maxLength": 300,
      "pattern": "^\\P{Cc}*$/u"
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
      "maxLength": 2000,
      "pattern": "^[\\P{Cc}\\n\\t]*$/u"
    }
  },
  "POST /api/archives/members/{id}/unmask": {
    "fields": {
      "required": true
    },
    "reason": {
      "required": true,
      "minLength": 1,
      "maxLength": 500,
      "pattern": "^[\\P{Cc}\\n\\t]*$/u"
    }
  }
} as const;
