// Written by `npm run generate` from the service's OpenAPI document.
export const limits = {
  "POST /api/identity/sessions": {
    "username": {
      "required": true,
      "minLength": 1,
      "maxLength": 100
    },
    "password": {
      "required": true,
      "minLength": 1,
      "maxLength": 256
    }
  },
  "PATCH /api/identity/me/preferences": {
    "locale": {
      "enum": [
        "zh-CN",
        "en-US"
      ]
    },
    "theme": {
      "enum": [
        "light",
        "dark",
        "system"
      ]
    }
  },
  "POST /api/identity/me/password": {
    "current": {
      "required": true,
      "maxLength": 256
    },
    "next": {
      "required": true,
      "minLength": 1,
      "maxLength": 256
    }
  },
  "POST /api/identity/invitations": {
    "token": {
      "required": true,
      "minLength": 1,
      "maxLength": 100
    },
    "password": {
      "required": true,
      "minLength": 1,
      "maxLength": 256
    }
  },
  "POST /api/identity/organizations": {
    "parentId": {
      "required": true
    },
    "type": {
      "required": true,
      "enum": [
        "group",
        "committee",
        "general-branch",
        "branch",
        "joint-branch",
        "section"
      ]
    },
    "name": {
      "required": true,
      "minLength": 1,
      "maxLength": 120
    },
    "shortName": {
      "required": true,
      "minLength": 1,
      "maxLength": 40
    },
    "code": {
      "required": true,
      "pattern": "^[A-Za-z0-9._-]{1,40}$"
    },
    "sort": {},
    "establishedOn": {},
    "termEndsOn": {},
    "creditCode": {
      "pattern": "^[0-9A-HJ-NPQRTUWXY]{18}$"
    },
    "nature": {
      "maxLength": 60
    },
    "place": {}
  },
  "PATCH /api/identity/organizations/{id}": {
    "name": {
      "minLength": 1,
      "maxLength": 120
    },
    "shortName": {
      "minLength": 1,
      "maxLength": 40
    },
    "code": {
      "pattern": "^[A-Za-z0-9._-]{1,40}$"
    },
    "sort": {},
    "establishedOn": {},
    "termEndsOn": {},
    "creditCode": {
      "pattern": "^[0-9A-HJ-NPQRTUWXY]{18}$"
    },
    "nature": {
      "maxLength": 60
    },
    "place": {}
  },
  "POST /api/identity/organizations/{id}/move": {
    "parentId": {
      "required": true
    }
  },
  "POST /api/identity/organizations/{id}/merge": {
    "intoId": {
      "required": true
    }
  },
  "POST /api/identity/accounts": {
    "username": {
      "required": true,
      "pattern": "^[a-z0-9][a-z0-9._-]{1,39}$"
    },
    "displayName": {
      "minLength": 1,
      "maxLength": 60
    },
    "kind": {
      "enum": [
        "person",
        "service"
      ]
    },
    "administrator": {},
    "personId": {},
    "organizationId": {}
  },
  "POST /api/identity/roles": {
    "name": {
      "required": true,
      "minLength": 1,
      "maxLength": 40
    },
    "permissions": {
      "required": true
    }
  },
  "PATCH /api/identity/roles/{id}": {
    "name": {
      "minLength": 1,
      "maxLength": 40
    },
    "permissions": {}
  },
  "POST /api/identity/grants": {
    "accountId": {
      "required": true
    },
    "roleId": {
      "required": true,
      "minLength": 1,
      "maxLength": 64
    },
    "scope": {
      "required": true
    },
    "validFrom": {},
    "validTo": {}
  },
  "PUT /api/identity/settings/{key}": {
    "organizationId": {
      "required": true
    },
    "value": {}
  },
  "POST /api/identity/bootstrap": {
    "token": {
      "required": true,
      "minLength": 1,
      "maxLength": 100
    },
    "enterprise": {
      "required": true
    },
    "system": {
      "required": true
    },
    "security": {
      "required": true
    },
    "auditor": {
      "required": true
    }
  }
} as const;
